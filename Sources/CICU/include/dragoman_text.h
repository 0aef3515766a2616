#ifndef DRAGOMAN_TEXT_H
#define DRAGOMAN_TEXT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

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

/// Calls `body` with each two UTF-16 units that stand together in a word of the dictionary by which ICU
/// breaks Chinese; 0 when it cannot be read, and then what was given is not all.
int dragoman_dictionary_pairs(
  void *context, void (*body)(void *context, uint16_t first, uint16_t second));

/// Writes what a scalar is made of, by NFKD; returns how many scalars, 0 when it is made of itself.
int32_t dragoman_decompose(uint32_t scalar, uint32_t *scalars, int32_t capacity);

/// The Sentence_Break class of a scalar, Unicode Standard Annex #29, table 4.
///
/// The numbers are ICU's; an opening bracket or initial quotation mark of class Close is OPENING.
enum {
  DRAGOMAN_SENTENCE_OTHER = 0, DRAGOMAN_SENTENCE_ATERM = 1, DRAGOMAN_SENTENCE_CLOSE = 2,
  DRAGOMAN_SENTENCE_FORMAT = 3, DRAGOMAN_SENTENCE_LOWER = 4, DRAGOMAN_SENTENCE_NUMERIC = 5,
  DRAGOMAN_SENTENCE_LETTER = 6, DRAGOMAN_SENTENCE_SEPARATOR = 7, DRAGOMAN_SENTENCE_SPACE = 8,
  DRAGOMAN_SENTENCE_TERM = 9, DRAGOMAN_SENTENCE_UPPER = 10, DRAGOMAN_SENTENCE_RETURN = 11,
  DRAGOMAN_SENTENCE_EXTEND = 12, DRAGOMAN_SENTENCE_FEED = 13, DRAGOMAN_SENTENCE_CONTINUE = 14,
  DRAGOMAN_SENTENCE_OPENING = 15
};
uint8_t dragoman_sentence_class(uint32_t scalar);

/// A text in the form that ICU's regular expressions read, used again for many.
typedef struct dragoman_units dragoman_units;

dragoman_units *dragoman_units_open(void);
void dragoman_units_close(dragoman_units *text);

/// Takes a copy of UTF-8 bytes; 0 when they are too many.
int dragoman_units_set(dragoman_units *text, const uint8_t *bytes, int64_t count);

/// A regular expression of ICU, ready for one text after another.
typedef struct dragoman_pattern dragoman_pattern;

/// NULL when the expression, in UTF-8, is none.
dragoman_pattern *dragoman_pattern_open(const uint8_t *bytes, int64_t count);
void dragoman_pattern_close(dragoman_pattern *pattern);

/// The text must stay as it is until the next call; 0 when ICU refuses it.
int dragoman_pattern_set_text(dragoman_pattern *pattern, const dragoman_units *text);

/// The byte at which the first match ends that begins at `from` or later, -1 when there is none.
///
/// `from` counts from 0 in ICU's units, and is moved behind the beginning of the match.
int32_t dragoman_pattern_next(dragoman_pattern *pattern, int32_t *from);

/// Whether the expression matches the text as a whole.
int dragoman_pattern_matches(dragoman_pattern *pattern);

/// Rewrites text by a transform of ICU (`Any-Latin; Latin-ASCII`).
///
/// Returns UTF-8 bytes that the caller frees with dragoman_free, NULL on an error.
uint8_t *dragoman_transliterate(
  const char *transform, const uint8_t *bytes, int64_t count, int64_t *result_count);

/// A date at midday UTC in a pattern of ICU (`d MMMM y`), as UTF-8; NULL on an error.
uint8_t *dragoman_format_date(
  const char *locale, const char *pattern, int year, int month, int day, int64_t *result_count);

/// The codes of all countries (ISO 3166, two letters), a NULL behind the last.
const char *const *dragoman_countries(void);

/// The name of a country in a language, from CLDR, as UTF-8 for dragoman_free; NULL where it has none.
uint8_t *dragoman_country_name(const char *country, const char *locale, int64_t *result_count);

void dragoman_free(void *bytes);

#ifdef __cplusplus
}
#endif

#endif
