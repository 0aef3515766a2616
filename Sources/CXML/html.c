#include "dragoman_html.h"
