#include "dragoman_text.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* ICU looks for a pattern in UTF-16 twice as fast as in any other text. */
struct dragoman_units {
  UChar *units;
  /* The byte at which the character of a unit begins; one more for the end. */
  int32_t *offsets;
  int32_t capacity;
  int32_t count;
};

struct dragoman_pattern {
  URegularExpression *expression;
  const dragoman_units *text;
};

/* The work that one match may take, in ICU's units: a rule from a file must not hang the run. */
static const int32_t time_limit = 10000;

dragoman_units *dragoman_units_open(void) { return calloc(1, sizeof(dragoman_units)); }

void dragoman_units_close(dragoman_units *text) {
  if (text == NULL) return;
  free(text->units);
  free(text->offsets);
  free(text);
}

static int reserve(dragoman_units *text, int32_t count) {
  if (text->units != NULL && count <= text->capacity) return 1;
  UChar *units = realloc(text->units, sizeof *units * (size_t)(count + 1));
  if (units != NULL) text->units = units;
  int32_t *offsets = realloc(text->offsets, sizeof *offsets * (size_t)(count + 1));
  if (offsets != NULL) text->offsets = offsets;
  if (units == NULL || offsets == NULL) return 0;
  text->capacity = count;
  return 1;
}

int dragoman_units_set(dragoman_units *text, const uint8_t *bytes, int64_t count) {
  /* No character has more units of UTF-16 than bytes of UTF-8. */
  if (count > INT32_MAX / 8 || !reserve(text, (int32_t)count)) return 0;
  int32_t place = 0;
  text->count = 0;
  while (place < count) {
    int32_t start = place;
    UChar32 scalar;
    U8_NEXT_OR_FFFD(bytes, place, (int32_t)count, scalar);
    int32_t first = text->count;
    U16_APPEND_UNSAFE(text->units, text->count, scalar);
    for (int32_t unit = first; unit < text->count; unit++) text->offsets[unit] = start;
  }
  text->offsets[text->count] = place;
  return 1;
}

dragoman_pattern *dragoman_pattern_open(const uint8_t *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  dragoman_units *source = dragoman_units_open();
  dragoman_pattern *pattern = calloc(1, sizeof *pattern);
  URegularExpression *expression = NULL;
  if (source != NULL && pattern != NULL && dragoman_units_set(source, bytes, count))
    expression = uregex_open(source->units, source->count, 0, NULL, &status);
  dragoman_units_close(source);
  if (expression == NULL || U_FAILURE(status)) {
    free(pattern);
    return NULL;
  }
  uregex_setTimeLimit(expression, time_limit, &status);
  pattern->expression = expression;
  return pattern;
}

void dragoman_pattern_close(dragoman_pattern *pattern) {
  if (pattern == NULL) return;
  uregex_close(pattern->expression);
  free(pattern);
}

int dragoman_pattern_set_text(dragoman_pattern *pattern, const dragoman_units *text) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setText(pattern->expression, text->units, text->count, &status);
  pattern->text = text;
  return U_SUCCESS(status);
}

int32_t dragoman_pattern_next(dragoman_pattern *pattern, int32_t *from) {
  UErrorCode status = U_ZERO_ERROR;
  const dragoman_units *text = pattern->text;
  if (*from > text->count || !uregex_find(pattern->expression, *from, &status)) return -1;
  int32_t start = uregex_start(pattern->expression, 0, &status);
  int32_t end = uregex_end(pattern->expression, 0, &status);
  if (U_FAILURE(status)) return -1;
  *from = start + 1;
  if (*from < text->count && U16_IS_TRAIL(text->units[*from])) *from += 1;
  return text->offsets[end];
}

int dragoman_pattern_matches(dragoman_pattern *pattern) {
  UErrorCode status = U_ZERO_ERROR;
  return uregex_matches(pattern->expression, -1, &status) && U_SUCCESS(status);
}
