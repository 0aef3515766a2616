#ifndef DRAGOMAN_TEXT_H
#define DRAGOMAN_TEXT_H

#include <stdint.h>

/// Finds boundaries in UTF-8 text; offsets are in bytes.
typedef struct dragoman_breaker dragoman_breaker;

enum { DRAGOMAN_SENTENCES = 0, DRAGOMAN_WORDS = 1, DRAGOMAN_GRAPHEMES = 2 };

/// NULL when ICU has no rules for the locale and kind.
dragoman_breaker *dragoman_breaker_open(int kind, const char *locale);
void dragoman_breaker_close(dragoman_breaker *breaker);

/// The bytes must stay in place until the next call; 0 when ICU refuses them.
int dragoman_breaker_set_text(dragoman_breaker *breaker, const uint8_t *bytes, int64_t count);

/// The next boundary after the last one given, -1 at the end.
int32_t dragoman_breaker_next(dragoman_breaker *breaker);

/// Whether the run before the last boundary holds letters, digits or ideographs.
int dragoman_breaker_is_word(dragoman_breaker *breaker);

/// Rewrites text by a transform of ICU (`Any-Latin; Latin-ASCII`).
///
/// Returns UTF-8 bytes that the caller frees with dragoman_free, NULL on an error.
uint8_t *dragoman_transliterate(
  const char *transform, const uint8_t *bytes, int64_t count, int64_t *result_count);

/// A date at midday UTC in a pattern of ICU (`d MMMM y`), as UTF-8; NULL on an error.
uint8_t *dragoman_format_date(
  const char *locale, const char *pattern, int year, int month, int day, int64_t *result_count);

void dragoman_free(void *bytes);

#endif
