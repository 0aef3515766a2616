#ifndef DRAGOMAN_TEXT_H
#define DRAGOMAN_TEXT_H

#endif
