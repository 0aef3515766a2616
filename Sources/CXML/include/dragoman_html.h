// Tags and texts of a page, as libxml2's tolerant parser reads them: no tree is built here.
#ifndef DRAGOMAN_HTML_H
#define DRAGOMAN_HTML_H

#include <stddef.h>
#include <stdint.h>

/// What is called for each start tag, end tag and text; 0 from `start` ends the parse.
struct dragoman_html_handler {
  void *_Nullable context;
  /// The name in lower case; pairs of names and values, ended by NULL, a value NULL without `=`.
  int (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name,
                        const char *_Nullable const *_Nullable attributes);
  void (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name);
  void (*_Nonnull text)(void *_Nullable context, const uint8_t *_Nonnull utf8, size_t length);
};

/// Parses UTF-8, whatever a declaration inside says, and fails on no markup.
///
/// Every start has its end, in order. Returns 0 without memory.
int dragoman_html_parse(const uint8_t *_Nonnull utf8, size_t length,
                        const struct dragoman_html_handler *_Nonnull handler);

#endif
