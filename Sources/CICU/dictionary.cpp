#include "dragoman_text.h"

#include <cstring>
#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <unicode/utypes.h>

// ICU has no call for the words themselves, but opens the file that its break iterator reads: the
// offset of a trie at the beginning, and what kind of trie it is as the fifth number (dictionarydata.h).
int dragoman_dictionary_pairs(
  void *context, void (*body)(void *context, uint16_t first, uint16_t second)) {
  static const uint8_t format[] = {'D', 'i', 'c', 't'};
  enum { trieOffset = 0, trieKind = 4, kindMask = 7, kindOfUnits = 1 };
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *data =
    udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "dict", "cjdict", &status);
  if (U_FAILURE(status)) return 0;
  UDataInfo info;
  info.size = sizeof info;
  udata_getInfo(data, &info);
  const int32_t *numbers = static_cast<const int32_t *>(udata_getMemory(data));
  const bool isKnown = std::memcmp(info.dataFormat, format, sizeof format) == 0
    && info.formatVersion[0] == 1 && (numbers[trieKind] & kindMask) == kindOfUnits;
  if (isKnown) {
    const char *trie = reinterpret_cast<const char *>(numbers) + numbers[trieOffset];
    icu::UCharsTrie::Iterator words(reinterpret_cast<const char16_t *>(trie), 0, status);
    while (words.next(status)) {
      const icu::UnicodeString &word = words.getString();
      for (int32_t place = 1; place < word.length(); place++)
        body(context, word[place - 1], word[place]);
    }
  }
  udata_close(data);
  return isKnown && U_SUCCESS(status);
}
