// libxml2 sets itself up on its first use, which must not happen on two threads at once.
#ifndef DRAGOMAN_PREPARE_H
#define DRAGOMAN_PREPARE_H

/// Sets libxml2 up, once; every parse begins with it.
void dragoman_prepare(void);

#endif
