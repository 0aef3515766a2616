#include "dragoman_xml.h"
