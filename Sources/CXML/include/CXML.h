// libxml2 behind opaque types: no header of libxml2 reaches Swift.
#ifndef DRAGOMAN_CXML_H
#define DRAGOMAN_CXML_H

#include "dragoman_html.h"
#include "dragoman_xml.h"

#endif
