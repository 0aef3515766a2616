// OpenCC behind an opaque type: its header does not reach Swift.
#ifndef DRAGOMAN_OPENCC_H
#define DRAGOMAN_OPENCC_H

#include <stddef.h>

/// A conversion from one Chinese script into another.
typedef struct dragoman_script_converter dragoman_script_converter;

/// Opens a conversion by its file in OpenCC's data (`t2s.json`); NULL when it is not there.
dragoman_script_converter *_Nullable dragoman_script_open(const char *_Nonnull configuration);
void dragoman_script_close(dragoman_script_converter *_Nonnull converter);

/// UTF-8 in, UTF-8 with a final zero out; the caller frees it with dragoman_script_free. NULL on an
/// error.
char *_Nullable dragoman_script_convert(
    dragoman_script_converter *_Nonnull converter, const char *_Nonnull text, size_t length);
void dragoman_script_free(char *_Nonnull text);

#endif
