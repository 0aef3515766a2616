// ICU behind opaque types: no header of ICU reaches Swift.
#ifndef DRAGOMAN_CICU_H
#define DRAGOMAN_CICU_H

#include "dragoman_convert.h"
#include "dragoman_text.h"

#endif
