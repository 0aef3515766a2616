#ifndef DRAGOMAN_XML_H
#define DRAGOMAN_XML_H

#endif
