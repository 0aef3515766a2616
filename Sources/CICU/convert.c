#include "dragoman_convert.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

typedef struct {
  dragoman_converted *result;
  const char *start;
} bad_bytes;

static void record_bad(
    const void *context, UConverterToUnicodeArgs *arguments, const char *bytes, int32_t length,
    UConverterCallbackReason reason, UErrorCode *status) {
  (void)bytes;
  if (reason > UCNV_IRREGULAR) return;
  const bad_bytes *bad = context;
  dragoman_converted *result = bad->result;
  if (result->bad_count < sizeof result->bad_offsets / sizeof *result->bad_offsets) {
    ptrdiff_t offset = arguments->source - bad->start - length;
    result->bad_offsets[result->bad_count] = offset > 0 ? (size_t)offset : 0;
  }
  result->bad_count++;
  *status = U_ZERO_ERROR;
  static const UChar replacement[] = {0xFFFD};
  ucnv_cbToUWriteUChars(arguments, replacement, 1, 0, status);
}

static uint8_t *to_utf8(const UChar *text, size_t length, size_t *written) {
  uint8_t *output = malloc(length * 3 + 1);
  if (!output) return NULL;
  size_t from = 0, to = 0;
  while (from < length) {
    UChar32 scalar;
    U16_NEXT_OR_FFFD(text, from, length, scalar);
    U8_APPEND_UNSAFE(output, to, scalar);
  }
  *written = to;
  return output;
}

int dragoman_convert(
    const char *encoding, const uint8_t *bytes, size_t length, dragoman_converted *result) {
  memset(result, 0, sizeof *result);
  if (length > INT_MAX / 4) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return 0;
  bad_bytes bad = {result, (const char *)bytes};
  ucnv_setToUCallBack(converter, record_bad, &bad, NULL, NULL, &status);
  // No converter makes more than two units of a byte: a bad byte one, a Big5 pair two.
  size_t capacity = length * 2 + 4;
  UChar *text = malloc(capacity * sizeof *text);
  int done = 0;
  if (text && U_SUCCESS(status)) {
    UChar *target = text;
    const char *source = (const char *)bytes;
    ucnv_toUnicode(
        converter, &target, text + capacity, &source, source + length, NULL, 1, &status);
    if (U_SUCCESS(status)) {
      result->utf8 = to_utf8(text, (size_t)(target - text), &result->length);
      done = result->utf8 != NULL;
    }
  }
  free(text);
  ucnv_close(converter);
  return done;
}

void dragoman_convert_free(dragoman_converted *result) {
  free(result->utf8);
  result->utf8 = NULL;
}

int dragoman_detect(const uint8_t *bytes, size_t length, char *name, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  int found = 0;
  ucsdet_setText(detector, (const char *)bytes, length > 65536 ? 65536 : (int32_t)length, &status);
  const UCharsetMatch *match = U_SUCCESS(status) ? ucsdet_detect(detector, &status) : NULL;
  const char *found_name = match ? ucsdet_getName(match, &status) : NULL;
  if (found_name && U_SUCCESS(status) && strlen(found_name) < capacity) {
    strcpy(name, found_name);
    found = 1;
  }
  ucsdet_close(detector);
  return found;
}

void dragoman_scan_utf8(const uint8_t *bytes, size_t length, size_t *valid, size_t *invalid) {
  *valid = 0;
  *invalid = 0;
  size_t offset = 0;
  while (offset < length) {
    /* Most of a page is ASCII: eight bytes of it are as fast as one. */
    uint64_t eight;
    if (offset + sizeof eight <= length) {
      memcpy(&eight, bytes + offset, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        offset += sizeof eight;
        continue;
      }
    }
    if (bytes[offset] < 0x80) {
      offset++;
      continue;
    }
    UChar32 scalar;
    U8_NEXT(bytes, offset, length, scalar);
    if (scalar < 0) ++*invalid; else ++*valid;
  }
}
