#include "dragoman_text.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

struct dragoman_pattern {
  URegularExpression *expression;
  UText *text;
};

/* The work that one match may take, in ICU's units: a rule from a file must not hang the run. */
static const int32_t time_limit = 10000;

dragoman_pattern *dragoman_pattern_open(const uint8_t *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UText *source = utext_openUTF8(NULL, (const char *)bytes, count, &status);
  URegularExpression *expression = uregex_openUText(source, 0, NULL, &status);
  utext_close(source);
  if (U_FAILURE(status)) return NULL;
  uregex_setTimeLimit(expression, time_limit, &status);
  dragoman_pattern *pattern = calloc(1, sizeof *pattern);
  if (pattern == NULL) {
    uregex_close(expression);
    return NULL;
  }
  pattern->expression = expression;
  return pattern;
}

void dragoman_pattern_close(dragoman_pattern *pattern) {
  if (pattern == NULL) return;
  uregex_close(pattern->expression);
  utext_close(pattern->text);
  free(pattern);
}

int dragoman_pattern_set_text(dragoman_pattern *pattern, const uint8_t *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  pattern->text = utext_openUTF8(pattern->text, (const char *)bytes, count, &status);
  uregex_setUText(pattern->expression, pattern->text, &status);
  return U_SUCCESS(status);
}

int dragoman_pattern_find(
  dragoman_pattern *pattern, int64_t from, int64_t *match_start, int64_t *match_end) {
  UErrorCode status = U_ZERO_ERROR;
  if (!uregex_find64(pattern->expression, from, &status) || U_FAILURE(status)) return 0;
  *match_start = uregex_start64(pattern->expression, 0, &status);
  *match_end = uregex_end64(pattern->expression, 0, &status);
  return U_SUCCESS(status);
}

int dragoman_pattern_matches(dragoman_pattern *pattern) {
  UErrorCode status = U_ZERO_ERROR;
  return uregex_matches64(pattern->expression, -1, &status) && U_SUCCESS(status);
}
