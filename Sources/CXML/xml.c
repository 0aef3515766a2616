#include "dragoman_xml.h"

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "prepare.h"

struct parse {
  xmlParserCtxtPtr parser;
  const struct dragoman_xml_handler *handler;
  struct dragoman_xml_result *result;
  int depth;
  int max_depth;
  int allows_doctype;
};

static struct parse *of(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

static int line_of(struct parse *parse) {
  return parse->parser->input ? parse->parser->input->line : 0;
}

static void stop(struct parse *parse, enum dragoman_xml_status status, const char *message) {
  if (parse->result->status == DRAGOMAN_XML_DONE) {
    parse->result->status = status;
    parse->result->line = line_of(parse);
    strncpy(parse->result->message, message, sizeof parse->result->message - 1);
  }
  xmlStopParser(parse->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int declarations, const xmlChar **namespaces, int attributes, int defaulted,
                     const xmlChar **values) {
  (void)defaulted;
  struct parse *parse = of(context);
  if (parse->result->status != DRAGOMAN_XML_DONE) return;
  if (++parse->depth > parse->max_depth) {
    stop(parse, DRAGOMAN_XML_TOO_DEEP, "elements are nested too deeply");
    return;
  }
  parse->handler->start(parse->handler->context, (const char *)name, (const char *)prefix,
                        (const char *)space, attributes, (const char *const *)values, declarations,
                        (const char *const *)namespaces, line_of(parse));
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  struct parse *parse = of(context);
  if (parse->result->status != DRAGOMAN_XML_DONE) return;
  parse->depth--;
  parse->handler->end(parse->handler->context, line_of(parse));
}

static void on_text(void *context, const xmlChar *bytes, int length) {
  struct parse *parse = of(context);
  if (parse->result->status != DRAGOMAN_XML_DONE) return;
  parse->handler->text(parse->handler->context, (const char *)bytes, length, line_of(parse));
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *content) {
  struct parse *parse = of(context);
  if (parse->result->status != DRAGOMAN_XML_DONE || !parse->handler->remark) return;
  parse->handler->remark(parse->handler->context, (const char *)target,
                         content ? (const char *)content : "");
}

static void on_comment(void *context, const xmlChar *content) {
  on_instruction(context, NULL, content);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  struct parse *parse = of(context);
  if (!parse->allows_doctype)
    stop(parse, DRAGOMAN_XML_REFUSED, "a document type declaration is not allowed here");
}

static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *external,
                      const xmlChar *system, xmlChar *content) {
  (void)name, (void)type, (void)external, (void)system, (void)content;
  stop(of(context), DRAGOMAN_XML_REFUSED, "the file declares an entity");
}

static void on_reference(void *context, const xmlChar *name) {
  (void)name;
  stop(of(context), DRAGOMAN_XML_REFUSED, "the file refers to an entity that is not built in");
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name) {
  (void)context;
  return xmlGetPredefinedEntity(name);
}

static xmlEntityPtr get_parameter_entity(void *context, const xmlChar *name) {
  (void)name;
  stop(of(context), DRAGOMAN_XML_REFUSED, "the file refers to a parameter entity");
  return NULL;
}

static void on_error(void *context, const xmlError *error) {
  struct parse *parse = of(context);
  if (parse->result->status != DRAGOMAN_XML_DONE || error->level < XML_ERR_ERROR) return;
  // A namespace error leaves the document well-formed, but names in it mean nothing.
  parse->result->status =
      error->code == XML_ERR_NO_MEMORY ? DRAGOMAN_XML_NO_MEMORY : DRAGOMAN_XML_MALFORMED;
  parse->result->line = error->line > 0 ? error->line : line_of(parse);
  const char *message = error->message ? error->message : "not well-formed";
  // The limit on names shows as a lack of memory.
  if (error->code == XML_ERR_NO_MEMORY) message = "more different names than any document has, or no memory";
  size_t length = strcspn(message, "\r\n");
  if (length >= sizeof parse->result->message) length = sizeof parse->result->message - 1;
  memcpy(parse->result->message, message, length);
  parse->result->message[length] = 0;
}

static void run(xmlParserCtxtPtr parser, int max_depth, int allows_doctype,
                const struct dragoman_xml_handler *handler, struct dragoman_xml_result *result) {
  memset(result, 0, sizeof *result);
  if (!parser) {
    result->status = DRAGOMAN_XML_NO_MEMORY;
    strcpy(result->message, "the XML parser could not be made");
    return;
  }
  struct parse parse = {parser, handler, result, 0, max_depth, allows_doctype};
  // A tag's attributes are compared each with each: few names keep that short.
  xmlDictSetLimit(parser->dict, 1 << 16);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = on_start;
  parser->sax->endElementNs = on_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->comment = on_comment;
  parser->sax->processingInstruction = on_instruction;
  parser->sax->internalSubset = on_doctype;
  parser->sax->entityDecl = on_entity;
  parser->sax->reference = on_reference;
  parser->sax->getEntity = get_entity;
  parser->sax->getParameterEntity = get_parameter_entity;
  parser->sax->serror = (xmlStructuredErrorFunc)on_error;
  parser->_private = &parse;
  xmlParseDocument(parser);
  if (result->status == DRAGOMAN_XML_DONE && !parser->wellFormed) {
    result->status = DRAGOMAN_XML_MALFORMED;
    result->line = line_of(&parse);
    strcpy(result->message, "not well-formed");
  }
  if (parser->myDoc) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  xmlFreeParserCtxt(parser);
}

void dragoman_xml_parse(const void *bytes, int length, int max_depth, int allows_doctype,
                        const struct dragoman_xml_handler *handler, struct dragoman_xml_result *result) {
  dragoman_prepare();
  run(xmlCreateMemoryParserCtxt(bytes, length), max_depth, allows_doctype, handler, result);
}

void dragoman_xml_parse_stream(const struct dragoman_xml_source *source, int max_depth, int allows_doctype,
                               const struct dragoman_xml_handler *handler,
                               struct dragoman_xml_result *result) {
  dragoman_prepare();
  xmlParserCtxtPtr parser = xmlCreateIOParserCtxt(NULL, NULL, source->read, NULL, source->context,
                                                  XML_CHAR_ENCODING_NONE);
  run(parser, max_depth, allows_doctype, handler, result);
}
