// zlib behind opaque types: no header of zlib reaches Swift.
#ifndef DRAGOMAN_CZLIB_H
#define DRAGOMAN_CZLIB_H

#include "dragoman_inflater.h"
#include "dragoman_zlib.h"

#endif
