#include "dragoman_opencc.h"

#include <opencc/opencc.h>
#include <stdint.h>

dragoman_script_converter *dragoman_script_open(const char *configuration) {
  opencc_t converter = opencc_open(configuration);
  return (intptr_t)converter == -1 ? NULL : converter;
}

void dragoman_script_close(dragoman_script_converter *converter) { opencc_close(converter); }

char *dragoman_script_convert(
    dragoman_script_converter *converter, const char *text, size_t length) {
  return opencc_convert_utf8(converter, text, length);
}

void dragoman_script_free(char *text) { opencc_convert_utf8_free(text); }
