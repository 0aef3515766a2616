// The bare loop that `Scripts/Benchmarks/segment` compares with: lines of UTF-8 through ICU's
// sentence breaks. Usage: segment-icu LOCALE < TEXT; prints the number of boundaries, and the
// processor time in seconds of the loop, the way to UTF-16 included; the lines are read before.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

int main(int count, char **arguments) {
  if (count != 2) return 2;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, arguments[1], NULL, 0, &status);
  char **lines = NULL;
  size_t known = 0, lengths = 0, capacity = 0;
  char *line = NULL;
  while (getline(&line, &capacity, stdin) > 0) {
    if (known == lengths) lines = realloc(lines, sizeof *lines * (lengths = lengths * 2 + 1024));
    lines[known++] = strdup(line);
  }
  clock_t start = clock();
  UChar *wide = NULL;
  long boundaries = 0;
  for (size_t index = 0; index < known; index++) {
    int32_t length = (int32_t)strlen(lines[index]), units = 0;
    wide = realloc(wide, sizeof(UChar) * (size_t)(length + 1));
    u_strFromUTF8(wide, length + 1, &units, lines[index], length, &status);
    ubrk_setText(breaks, wide, units, &status);
    while (ubrk_next(breaks) != UBRK_DONE) boundaries++;
  }
  if (U_FAILURE(status)) return 1;
  printf("%ld %f\n", boundaries, (double)(clock() - start) / CLOCKS_PER_SEC);
  return 0;
}
