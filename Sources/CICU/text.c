#include "dragoman_text.h"
