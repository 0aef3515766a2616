#include "dragoman_text.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

struct dragoman_breaker {
  UBreakIterator *iterator;
  UText *text;
};

dragoman_breaker *dragoman_breaker_open(int kind, const char *locale) {
  static const UBreakIteratorType types[] = {UBRK_SENTENCE, UBRK_WORD, UBRK_CHARACTER};
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(types[kind], locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  dragoman_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void dragoman_breaker_close(dragoman_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  utext_close(breaker->text);
  free(breaker);
}

int dragoman_breaker_set_text(dragoman_breaker *breaker, const uint8_t *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  breaker->text = utext_openUTF8(breaker->text, (const char *)bytes, count, &status);
  ubrk_setUText(breaker->iterator, breaker->text, &status);
  return U_SUCCESS(status);
}

int32_t dragoman_breaker_next(dragoman_breaker *breaker) {
  return ubrk_next(breaker->iterator);
}

int dragoman_breaker_is_word(dragoman_breaker *breaker) {
  return ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NUMBER;
}

int32_t dragoman_decompose(uint32_t scalar, uint32_t *scalars, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKDInstance(&status);
  if (U_FAILURE(status)) return 0;
  UChar text[64];
  int32_t length = unorm2_getDecomposition(normalizer, (UChar32)scalar, text, 64, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = 0;
  for (int32_t place = 0; place < length && count < capacity;) {
    UChar32 part;
    U16_NEXT(text, place, length, part);
    scalars[count++] = (uint32_t)part;
  }
  return count;
}

uint8_t dragoman_sentence_class(uint32_t scalar) {
  int32_t value = u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK);
  if (value == U_SB_CLOSE) {
    int8_t category = u_charType((UChar32)scalar);
    if (category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION)
      return DRAGOMAN_SENTENCE_OPENING;
  }
  return (uint8_t)value;
}

static uint8_t *utf8_from(const UChar *text, int32_t length, int64_t *result_count) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = 0;
  char *bytes = malloc((size_t)length * 3 + 1);
  if (bytes == NULL) return NULL;
  u_strToUTF8WithSub(bytes, length * 3 + 1, &needed, text, length, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) {
    free(bytes);
    return NULL;
  }
  *result_count = needed;
  return (uint8_t *)bytes;
}

uint8_t *dragoman_transliterate(
  const char *transform, const uint8_t *bytes, int64_t count, int64_t *result_count) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  u_uastrcpy(name, transform);
  UTransliterator *transliterator =
    utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return NULL;
  /* Latin letters for a Han character or a ligature: eight times the room is more than enough. */
  int32_t capacity = (int32_t)count * 8 + 64;
  UChar *text = malloc(sizeof(UChar) * (size_t)capacity);
  uint8_t *result = NULL;
  if (text != NULL) {
    int32_t length = 0;
    u_strFromUTF8WithSub(
      text, capacity, &length, (const char *)bytes, (int32_t)count, 0xFFFD, NULL, &status);
    int32_t limit = length;
    utrans_transUChars(transliterator, text, &length, capacity, 0, &limit, &status);
    if (U_SUCCESS(status)) result = utf8_from(text, length, result_count);
    free(text);
  }
  utrans_close(transliterator);
  return result;
}

uint8_t *dragoman_format_date(
  const char *locale, const char *pattern, int year, int month, int day, int64_t *result_count) {
  static const UChar utc[] = {'U', 'T', 'C', 0};
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[128];
  int32_t wide_length = 0;
  u_strFromUTF8(wide, 128, &wide_length, pattern, -1, &status);
  if (U_FAILURE(status)) return NULL;
  uint8_t *result = NULL;
  UCalendar *calendar = ucal_open(utc, 3, locale, UCAL_GREGORIAN, &status);
  UDateFormat *format =
    udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, 3, wide, wide_length, &status);
  if (U_SUCCESS(status)) {
    ucal_setDateTime(calendar, year, month - 1, day, 12, 0, 0, &status);
    UDate date = ucal_getMillis(calendar, &status);
    UChar text[256];
    int32_t length = udat_format(format, date, text, 256, NULL, &status);
    if (U_SUCCESS(status)) result = utf8_from(text, length, result_count);
  }
  if (calendar != NULL) ucal_close(calendar);
  if (format != NULL) udat_close(format);
  return result;
}

const char *const *dragoman_countries(void) { return uloc_getISOCountries(); }

uint8_t *dragoman_country_name(const char *country, const char *locale, int64_t *result_count) {
  UErrorCode status = U_ZERO_ERROR;
  char of[16] = "und-";
  strncat(of, country, sizeof of - 5);
  UChar text[128];
  int32_t length = uloc_getDisplayCountry(of, locale, text, 128, &status);
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return NULL;
  return utf8_from(text, length, result_count);
}

void dragoman_free(void *bytes) { free(bytes); }
