// Calls the C shims with random and with changed bytes; see Scripts/sanitize-shims.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CICU.h"
#include "CZlib.h"
#include "CXML.h"

static const char *const encodings[] = {
    "utf-8", "utf-16le", "utf-16be", "gb18030", "Big5-HKSCS", "windows-1252", "windows-1253",
    "iso-8859-7", "shift_jis", "euc-jp", "euc-kr", "iso-2022-jp", "hz", "no such encoding"};

static unsigned state = 1;

static unsigned next(void) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

static size_t seen;

static void start(
    void *context, const char *name, const char *prefix, const char *space, int attributes,
    const char *const *values, int declarations, const char *const *namespaces, int line) {
  (void)context, (void)prefix, (void)space, (void)declarations, (void)namespaces, (void)line;
  seen += strlen(name);
  for (int index = 0; index < attributes; index++) {
    for (const char *at = values[index * 5 + 3]; at < values[index * 5 + 4]; at++) seen += *at == 'x';
  }
}

static void end(void *context, int line) { (void)context, (void)line; }

static void text(void *context, const char *bytes, int length, int line) {
  (void)context, (void)line;
  for (int index = 0; index < length; index++) seen += bytes[index] == 'x';
}

static void parse(const uint8_t *bytes, size_t length) {
  struct dragoman_xml_handler handler = {NULL, start, end, text, NULL};
  struct dragoman_xml_result result;
  dragoman_xml_parse(bytes, (int)length, 50, length % 2, &handler, &result);
  seen += strlen(result.message);
}

static int html_start(void *context, const char *name, const char *const *attributes) {
  (void)context;
  seen += strlen(name);
  for (; attributes && attributes[0]; attributes += 2) {
    seen += strlen(attributes[0]) + (attributes[1] ? strlen(attributes[1]) : 0);
  }
  // Now and then the reader has had enough.
  return next() % 1000 != 0;
}

static void html_end(void *context, const char *name) { (void)context, seen += strlen(name); }

static void html_text(void *context, const uint8_t *bytes, size_t length) {
  (void)context;
  for (size_t index = 0; index < length; index++) seen += bytes[index] == 'x';
}

static void parse_html(const uint8_t *bytes, size_t length) {
  struct dragoman_html_handler handler = {NULL, html_start, html_end, html_text};
  dragoman_html_parse(bytes, length, &handler);
}

static void find_patterns(const uint8_t *bytes, size_t length) {
  static const char *const expressions[] = {"(?:[.?!]+)(?=\\s*)", "\\p{Lu}", "(?:x*)(?=)", "((a*)*b"};
  dragoman_units *text = dragoman_units_open();
  if (!text) abort();
  for (size_t index = 0; index < sizeof expressions / sizeof *expressions; index++) {
    const char *expression = expressions[index];
    dragoman_pattern *pattern =
        dragoman_pattern_open((const uint8_t *)expression, (int64_t)strlen(expression));
    if (!pattern) continue;
    if (dragoman_units_set(text, bytes, (int64_t)length) && dragoman_pattern_set_text(pattern, text)) {
      int32_t from = 0, end;
      while ((end = dragoman_pattern_next(pattern, &from)) >= 0) {
        if ((size_t)end > length) abort();
      }
    }
    dragoman_pattern_close(pattern);
  }
  // What a page says is no expression, as a rule.
  dragoman_pattern_close(dragoman_pattern_open(bytes, length < 64 ? (int64_t)length : 64));
  dragoman_units_close(text);
}

static void convert(const uint8_t *bytes, size_t length) {
  for (size_t index = 0; index < sizeof encodings / sizeof *encodings; index++) {
    dragoman_converted result;
    if (!dragoman_convert(encodings[index], bytes, length, &result)) continue;
    size_t valid, invalid;
    dragoman_scan_utf8(result.utf8, result.length, &valid, &invalid);
    if (invalid) abort();
    for (size_t bad = 0; bad < result.bad_count && bad < 8; bad++) {
      if (result.bad_offsets[bad] > length) abort();
    }
    dragoman_convert_free(&result);
  }
  char name[64];
  dragoman_detect(bytes, length, name, sizeof name);
}

static void inflate_all(const uint8_t *bytes, size_t length) {
  for (int raw = 0; raw < 2; raw++) {
    dragoman_inflater *inflater = dragoman_inflater_open(raw);
    uint8_t room[97];
    size_t offset = 0, used = 1, written = 1;
    while (inflater && (used || written)) {
      int status =
          dragoman_inflate(inflater, bytes + offset, length - offset, &used, room, sizeof room, &written);
      offset += used;
      if (status == DRAGOMAN_INFLATE_DAMAGED) break;
      if (status == DRAGOMAN_INFLATE_END) dragoman_inflater_reset(inflater);
    }
    if (inflater) dragoman_inflater_close(inflater);
  }
}

static void deflate_all(const uint8_t *bytes, size_t length) {
  uint8_t packed[512], whole[4096];
  long size = dragoman_deflate(bytes, length, packed, sizeof packed);
  if (size >= 0 && dragoman_inflate_whole(packed, (size_t)size, whole, sizeof whole) != (long)length &&
      length <= sizeof whole) {
    abort();
  }
  dragoman_inflate_whole(bytes, length, whole, sizeof whole);
  seen += dragoman_crc32(bytes, length);
}

static void break_text(const uint8_t *bytes, size_t length) {
  for (int kind = DRAGOMAN_SENTENCES; kind <= DRAGOMAN_GRAPHEMES; kind++) {
    dragoman_breaker *breaker = dragoman_breaker_open(kind, "el");
    if (!breaker) abort();
    if (dragoman_breaker_set_text(breaker, bytes, (int64_t)length)) {
      while (dragoman_breaker_next(breaker) >= 0) dragoman_breaker_is_word(breaker);
    }
    dragoman_breaker_close(breaker);
  }
  int64_t count = 0;
  dragoman_free(dragoman_transliterate("Any-Latin; Latin-ASCII", bytes, (int64_t)length, &count));
}

int main(int count, char **arguments) {
  int rounds = count > 1 ? atoi(arguments[1]) : 1000;
  static uint8_t seed[1 << 16];
  size_t size = count > 2 ? 0 : 4096;
  FILE *file = count > 2 ? fopen(arguments[2], "rb") : NULL;
  if (file) {
    size = fread(seed, 1, sizeof seed, file);
    fclose(file);
  }
  for (int round = 0; round < rounds; round++) {
    size_t length = size ? next() % size : 0;
    // Exactly as large as it must be, so that a step beyond the end is seen.
    uint8_t *bytes = malloc(length ? length : 1);
    if (file) memcpy(bytes, seed, length);
    size_t changes = file ? length / 50 : length;
    for (size_t index = 0; index < changes; index++) {
      bytes[file ? next() % length : index] = (uint8_t)next();
    }
    convert(bytes, length);
    inflate_all(bytes, length);
    deflate_all(bytes, length);
    break_text(bytes, length);
    parse(bytes, length);
    parse_html(bytes, length);
    find_patterns(bytes, length);
    free(bytes);
  }
  printf("%d rounds, nothing found\n", rounds);
  return 0;
}
