#ifndef DRAGOMAN_XML_H
#define DRAGOMAN_XML_H

// How a parse ended.
enum dragoman_xml_status {
  DRAGOMAN_XML_DONE = 0,
  // Not well-formed, or cut off: every event before the place was delivered.
  DRAGOMAN_XML_MALFORMED = 1,
  // A document type declaration that is not allowed, or an entity that would be expanded.
  DRAGOMAN_XML_REFUSED = 2,
  // Deeper than the limit.
  DRAGOMAN_XML_TOO_DEEP = 3,
  DRAGOMAN_XML_NO_MEMORY = 4,
};

// What the parser tells; strings are UTF-8. Names live as long as the parse, and the same name has
// the same address; attributes are five pointers each: name, prefix, namespace, begin, end of value.
struct dragoman_xml_handler {
  void *context;
  void (*start)(void *context, const char *name, const char *prefix, const char *space, int attributes,
                const char *const *values, int declarations, const char *const *namespaces, int line);
  void (*end)(void *context, int line);
  void (*text)(void *context, const char *bytes, int length, int line);
  // A comment, or the instruction to a target; NULL when they are not wanted.
  void (*remark)(void *context, const char *target, const char *content);
};

// The place and the reason of the end of a parse that failed.
struct dragoman_xml_result {
  enum dragoman_xml_status status;
  int line;
  char message[256];
};

// Parses a whole document. No network, no external entity, no expansion: a document type declaration
// ends the parse, unless `allows_doctype` and it declares nothing itself.
void dragoman_xml_parse(const void *bytes, int length, int max_depth, int allows_doctype,
                        const struct dragoman_xml_handler *handler, struct dragoman_xml_result *result);

// Where the bytes come from: fills the buffer and tells how many; 0 at the end, -1 on a failure.
struct dragoman_xml_source {
  void *context;
  int (*read)(void *context, char *buffer, int length);
};

// The same for a document that is read in pieces and never held as a whole.
void dragoman_xml_parse_stream(const struct dragoman_xml_source *source, int max_depth, int allows_doctype,
                               const struct dragoman_xml_handler *handler,
                               struct dragoman_xml_result *result);

#endif
