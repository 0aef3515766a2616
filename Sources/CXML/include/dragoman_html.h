#ifndef DRAGOMAN_HTML_H
#define DRAGOMAN_HTML_H

#endif
