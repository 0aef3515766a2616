// HTML trees: libxml2's tolerant parser, walked in place.
#ifndef DRAGOMAN_HTML_H
#define DRAGOMAN_HTML_H

#include <stddef.h>
#include <stdint.h>

typedef struct dragoman_html_document dragoman_html_document;
typedef struct dragoman_html_node dragoman_html_node;

enum { DRAGOMAN_HTML_ELEMENT = 0, DRAGOMAN_HTML_TEXT = 1, DRAGOMAN_HTML_OTHER = 2 };

/// Parses UTF-8 and never fails on markup; NULL only without memory or without any element.
dragoman_html_document *_Nullable dragoman_html_parse(const uint8_t *_Nonnull utf8, size_t length);
void dragoman_html_free(dragoman_html_document *_Nonnull document);

const dragoman_html_node *_Nullable dragoman_html_root(
    const dragoman_html_document *_Nonnull document);
const dragoman_html_node *_Nullable dragoman_html_first_child(
    const dragoman_html_node *_Nonnull node);
const dragoman_html_node *_Nullable dragoman_html_next_sibling(
    const dragoman_html_node *_Nonnull node);
const dragoman_html_node *_Nullable dragoman_html_parent(const dragoman_html_node *_Nonnull node);

int dragoman_html_kind(const dragoman_html_node *_Nonnull node);
/// The number of the element's name in the table of known names; 0 for any other.
uint8_t dragoman_html_tag(const dragoman_html_node *_Nonnull node);
/// The known name with this number; NULL past the end of the table.
const char *_Nullable dragoman_html_tag_name(size_t number);
/// The name of an element; NULL for other nodes.
const char *_Nullable dragoman_html_name(const dragoman_html_node *_Nonnull node);
/// The characters of a text node, UTF-8, ended by a NUL.
const char *_Nullable dragoman_html_text(const dragoman_html_node *_Nonnull node);
/// The value of an attribute (the name in lower case), or NULL; "" when it has no value.
const char *_Nullable dragoman_html_attribute(
    const dragoman_html_node *_Nonnull node, const char *_Nonnull name);
/// Whether the element has attributes at all.
int dragoman_html_has_attributes(const dragoman_html_node *_Nonnull node);

#endif
