#include "dragoman_html.h"

#include <libxml/xmlversion.h>
// libxml2's headers would pull in ICU's, which this target does not link.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

#include "prepare.h"

static const struct dragoman_html_handler *of(void *context) {
  return ((htmlParserCtxtPtr)context)->_private;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  const struct dragoman_html_handler *handler = of(context);
  if (!handler->start(handler->context, (const char *)name, (const char *const *)attributes))
    xmlStopParser(context);
}

static void on_end(void *context, const xmlChar *name) {
  const struct dragoman_html_handler *handler = of(context);
  handler->end(handler->context, (const char *)name);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
  const struct dragoman_html_handler *handler = of(context);
  if (length > 0) handler->text(handler->context, bytes, (size_t)length);
}

int dragoman_html_parse(const uint8_t *utf8, size_t length,
                        const struct dragoman_html_handler *handler) {
  dragoman_prepare();
  if (length == 0) return 1;
  if (length > INT_MAX - 1) length = INT_MAX - 1;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)utf8, (int)length);
  if (!context) return 0;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  context->options |= XML_PARSE_HUGE;
  // An encoding that is known is not looked for in a <meta>.
  context->charset = XML_CHAR_ENCODING_UTF8;
  context->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_text;
  context->_private = (void *)handler;
  htmlParseDocument(context);
  htmlFreeParserCtxt(context);
  return 1;
}
