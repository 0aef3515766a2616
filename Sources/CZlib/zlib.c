#include "dragoman_zlib.h"

#include <string.h>
#include <zlib.h>

// A negative window size means no header: what ZIP stores.
enum { RAW = -15 };

long dragoman_deflate(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 9, Z_DEFLATED, RAW, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int end = deflate(&stream, Z_FINISH);
  long size = end == Z_STREAM_END ? (long)stream.total_out : -1;
  deflateEnd(&stream);
  return size;
}

long dragoman_inflate(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, RAW) != Z_OK) return -1;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int end = inflate(&stream, Z_FINISH);
  long size = end == Z_STREAM_END ? (long)stream.total_out : -1;
  inflateEnd(&stream);
  return size;
}

uint32_t dragoman_crc32(const uint8_t *bytes, size_t length) {
  return (uint32_t)crc32(crc32(0, Z_NULL, 0), bytes, (uInt)length);
}
