// The bare loop that `Scripts/Benchmarks/segment` compares with: lines of text through ICU's
// sentence breaks. Usage: segment-icu LOCALE < TEXT; prints the number of boundaries.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

int main(int count, char **arguments) {
  if (count != 2) return 2;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, arguments[1], NULL, 0, &status);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  UChar *wide = NULL;
  long boundaries = 0;
  while ((length = getline(&line, &capacity, stdin)) > 0) {
    wide = realloc(wide, sizeof(UChar) * (size_t)(length + 1));
    int32_t units = 0;
    u_strFromUTF8(wide, (int32_t)length + 1, &units, line, (int32_t)length, &status);
    ubrk_setText(breaks, wide, units, &status);
    while (ubrk_next(breaks) != UBRK_DONE) boundaries++;
  }
  if (U_FAILURE(status)) return 1;
  printf("%ld\n", boundaries);
  return 0;
}
