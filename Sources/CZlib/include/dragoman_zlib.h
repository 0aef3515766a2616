// The parts of zlib that archives need: raw deflate in one piece, and checksums.
#ifndef DRAGOMAN_ZLIB_H
#define DRAGOMAN_ZLIB_H

#include <stddef.h>
#include <stdint.h>

/// Compresses; the size of the result, or -1 when it does not fit in the capacity.
long dragoman_deflate(const uint8_t *_Nonnull bytes, size_t length, uint8_t *_Nonnull out,
                      size_t capacity);
/// Decompresses; the size of the result, or -1 when the data is damaged or larger than the capacity.
long dragoman_inflate(const uint8_t *_Nonnull bytes, size_t length, uint8_t *_Nonnull out,
                      size_t capacity);
uint32_t dragoman_crc32(const uint8_t *_Nonnull bytes, size_t length);

#endif
