// Inflating in pieces: what archives of pages need.
#ifndef DRAGOMAN_INFLATER_H
#define DRAGOMAN_INFLATER_H

#include <stddef.h>
#include <stdint.h>

typedef struct dragoman_inflater dragoman_inflater;

enum {
  DRAGOMAN_INFLATE_MORE = 0,
  /// A compressed stream has ended; another may follow.
  DRAGOMAN_INFLATE_END = 1,
  DRAGOMAN_INFLATE_DAMAGED = 2
};

/// For gzip and zlib streams, told apart by their first bytes, or for raw deflate; NULL without
/// memory.
dragoman_inflater *_Nullable dragoman_inflater_open(int is_raw);
void dragoman_inflater_close(dragoman_inflater *_Nonnull inflater);
/// Begins anew, for the next stream.
void dragoman_inflater_reset(dragoman_inflater *_Nonnull inflater);

/// Inflates what fits: `used` bytes of the input were read, `written` bytes of output are there.
int dragoman_inflate(
    dragoman_inflater *_Nonnull inflater, const uint8_t *_Nonnull input, size_t count,
    size_t *_Nonnull used, uint8_t *_Nonnull output, size_t capacity, size_t *_Nonnull written);

#endif
