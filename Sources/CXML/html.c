#include "dragoman_html.h"

#include <libxml/xmlversion.h>
// libxml2's headers would pull in ICU's, which this target does not link.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

// Sorted by first letter; the order is that of `HTMLTag` in Swift, which a test compares.
static const char *const names[] = {
    "",         "a",       "abbr",    "address", "area",     "article",  "aside",   "audio",
    "b",        "base",    "big",     "blockquote", "body",  "br",       "button",  "canvas",
    "caption",  "center",  "cite",    "code",    "dd",       "del",      "details", "dialog",
    "div",      "dl",      "dt",      "em",      "embed",    "fieldset", "figcaption", "figure",
    "font",     "footer",  "form",    "frame",   "frameset", "h1",       "h2",      "h3",
    "h4",       "h5",      "h6",      "head",    "header",   "hr",       "html",    "i",
    "iframe",   "img",     "input",   "ins",     "kbd",      "label",    "legend",  "li",
    "link",     "main",    "map",     "menu",    "meta",     "nav",      "noscript", "object",
    "ol",       "option",  "p",       "pre",     "q",        "rp",       "rt",      "ruby",
    "s",        "samp",    "script",  "section", "select",   "small",    "span",    "strike",
    "strong",   "style",   "sub",     "summary", "sup",      "svg",      "table",   "tbody",
    "td",       "template", "textarea", "tfoot", "th",       "thead",    "time",    "title",
    "tr",       "tt",      "u",       "ul",      "var",      "video",    "wbr",
};
enum { name_count = sizeof names / sizeof *names };

static const xmlNode *node_of(const dragoman_html_node *node) { return (const xmlNode *)node; }

dragoman_html_document *dragoman_html_parse(const uint8_t *utf8, size_t length) {
  if (length > INT_MAX - 1) return NULL;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)utf8, (int)length);
  if (!context) return NULL;
  htmlCtxtUseOptions(
      context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                   HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD | HTML_PARSE_NOBLANKS);
  // Without this libxml2 stops at the 256th open element and loses the rest of the page.
  context->options |= XML_PARSE_HUGE;
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler("UTF-8");
  if (handler) {
    // The bytes are UTF-8 whatever a <meta> inside says.
    xmlSwitchToEncoding(context, handler);
    if (context->input->encoding) xmlFree((xmlChar *)context->input->encoding);
    context->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  }
  htmlParseDocument(context);
  htmlDocPtr document = context->myDoc;
  context->myDoc = NULL;
  htmlFreeParserCtxt(context);
  if (document && !xmlDocGetRootElement(document)) {
    xmlFreeDoc(document);
    return NULL;
  }
  return (dragoman_html_document *)document;
}

void dragoman_html_free(dragoman_html_document *document) { xmlFreeDoc((xmlDocPtr)document); }

const dragoman_html_node *dragoman_html_root(const dragoman_html_document *document) {
  return (const dragoman_html_node *)xmlDocGetRootElement((const xmlDoc *)document);
}

const dragoman_html_node *dragoman_html_first_child(const dragoman_html_node *node) {
  // The children of an entity reference are the declaration, not part of the tree.
  if (node_of(node)->type != XML_ELEMENT_NODE) return NULL;
  return (const dragoman_html_node *)node_of(node)->children;
}

const dragoman_html_node *dragoman_html_next_sibling(const dragoman_html_node *node) {
  return (const dragoman_html_node *)node_of(node)->next;
}

const dragoman_html_node *dragoman_html_parent(const dragoman_html_node *node) {
  const xmlNode *parent = node_of(node)->parent;
  return parent && parent->type == XML_ELEMENT_NODE ? (const dragoman_html_node *)parent : NULL;
}

int dragoman_html_kind(const dragoman_html_node *node) {
  switch (node_of(node)->type) {
    case XML_ELEMENT_NODE: return DRAGOMAN_HTML_ELEMENT;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return DRAGOMAN_HTML_TEXT;
    default: return DRAGOMAN_HTML_OTHER;
  }
}

uint8_t dragoman_html_tag(const dragoman_html_node *node) {
  const char *name = (const char *)node_of(node)->name;
  if (!name || *name < 'a' || *name > 'z') return 0;
  size_t low = 1, high = name_count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(names[middle], name);
    if (order == 0) return (uint8_t)middle;
    if (order < 0) low = middle + 1; else high = middle;
  }
  return 0;
}

const char *dragoman_html_tag_name(size_t number) {
  return number < name_count ? names[number] : NULL;
}

const char *dragoman_html_name(const dragoman_html_node *node) {
  return node_of(node)->type == XML_ELEMENT_NODE ? (const char *)node_of(node)->name : NULL;
}

const char *dragoman_html_text(const dragoman_html_node *node) {
  return (const char *)node_of(node)->content;
}

const char *dragoman_html_attribute(const dragoman_html_node *node, const char *name) {
  if (node_of(node)->type != XML_ELEMENT_NODE) return NULL;
  for (const xmlAttr *property = node_of(node)->properties; property; property = property->next) {
    if (strcmp((const char *)property->name, name) != 0) continue;
    const xmlNode *value = property->children;
    return value && value->content ? (const char *)value->content : "";
  }
  return NULL;
}

int dragoman_html_has_attributes(const dragoman_html_node *node) {
  return node_of(node)->type == XML_ELEMENT_NODE && node_of(node)->properties != NULL;
}
