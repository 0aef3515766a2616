#include "dragoman_inflater.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct dragoman_inflater {
  z_stream stream;
};

dragoman_inflater *dragoman_inflater_open(int is_raw) {
  dragoman_inflater *inflater = calloc(1, sizeof *inflater);
  if (!inflater) return NULL;
  // 32 more than the largest window: gzip or zlib, whichever the header says.
  if (inflateInit2(&inflater->stream, is_raw ? -15 : 15 + 32) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void dragoman_inflater_close(dragoman_inflater *inflater) {
  inflateEnd(&inflater->stream);
  free(inflater);
}

void dragoman_inflater_reset(dragoman_inflater *inflater) { inflateReset(&inflater->stream); }

int dragoman_inflate(
    dragoman_inflater *inflater, const uint8_t *input, size_t count, size_t *used,
    uint8_t *output, size_t capacity, size_t *written) {
  uInt available = count > UINT_MAX ? UINT_MAX : (uInt)count;
  uInt room = capacity > UINT_MAX ? UINT_MAX : (uInt)capacity;
  inflater->stream.next_in = (Bytef *)input;
  inflater->stream.avail_in = available;
  inflater->stream.next_out = output;
  inflater->stream.avail_out = room;
  int status = inflate(&inflater->stream, Z_NO_FLUSH);
  *used = available - inflater->stream.avail_in;
  *written = room - inflater->stream.avail_out;
  if (status == Z_STREAM_END) return DRAGOMAN_INFLATE_END;
  return status == Z_OK || status == Z_BUF_ERROR ? DRAGOMAN_INFLATE_MORE
                                                 : DRAGOMAN_INFLATE_DAMAGED;
}
