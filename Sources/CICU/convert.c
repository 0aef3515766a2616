#include "dragoman_convert.h"
