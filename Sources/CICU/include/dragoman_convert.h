// Legacy encodings to UTF-8.
#ifndef DRAGOMAN_CONVERT_H
#define DRAGOMAN_CONVERT_H

#include <stddef.h>
#include <stdint.h>

/// Text decoded by ICU: owned by the caller, freed by dragoman_convert_free.
typedef struct {
  uint8_t *_Nullable utf8;
  size_t length;
  /// How many byte sequences could not be decoded; each became U+FFFD.
  size_t bad_count;
  /// Where the first of them begin.
  size_t bad_offsets[8];
} dragoman_converted;

/// Decodes bytes; returns 0 when ICU does not know the encoding or has no memory.
int dragoman_convert(
    const char *_Nonnull encoding, const uint8_t *_Nonnull bytes, size_t length,
    dragoman_converted *_Nonnull result);
void dragoman_convert_free(dragoman_converted *_Nonnull result);

/// What ICU's detector thinks the encoding is; an IANA name, or NULL. Writes at most 63 bytes.
int dragoman_detect(
    const uint8_t *_Nonnull bytes, size_t length, char *_Nonnull name, size_t capacity);

/// Counts sequences beyond ASCII: well-formed UTF-8 ones, and offsets where none begins.
void dragoman_scan_utf8(
    const uint8_t *_Nonnull bytes, size_t length, size_t *_Nonnull valid,
    size_t *_Nonnull invalid);

#endif
