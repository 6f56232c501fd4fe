/*
 * xml: writes XML 1.0 in UTF-8 into a buffer, well-formed whatever the texts hold: escaping is done here and nowhere else.
 *
 *	struct xml xml;
 *	xml_begin(&xml, out);
 *	xml_open(&xml, "com:Name");
 *	xml_attribute(&xml, "xml:lang", "en");
 *	xml_text(&xml, "Fish & chips");
 *	xml_close(&xml);
 *	xml_end(&xml);		-> <?xml version="1.0" encoding="UTF-8"?>\n<com:Name xml:lang="en">Fish &amp; chips</com:Name>\n
 *
 * Characters that XML 1.0 cannot hold, not even as references (most control characters, U+FFFE, U+FFFF), and bytes that are no
 * UTF-8, become U+FFFD, the replacement character. Tabs, LF and CR in attributes and CR in texts are written as references, so that they
 * come back as they were. Names are the program's own, or ids of the model: they are not escaped.
 */
#ifndef CGI_DATA_SDMX_XML_H
#define CGI_DATA_SDMX_XML_H

#include <stdbool.h>

#include "indicators/base/buffer.h"

#define XML_DEPTH 24

struct xml {
	struct buffer *out;
	const char *open[XML_DEPTH]; /* names of the open elements; not copied */
	size_t depth;
	bool in_tag;                 /* attributes may still come */
};

/* The XML declaration. The buffer stays the caller's, who checks it. */
void xml_begin(struct xml *xml, struct buffer *out);

void xml_open(struct xml *xml, const char *name);
void xml_attribute(struct xml *xml, const char *name, const char *value); /* right after xml_open; a NULL value: no attribute */
void xml_text(struct xml *xml, const char *text);
void xml_close(struct xml *xml);                                          /* the innermost element */
void xml_element(struct xml *xml, const char *name, const char *text);    /* <name>text</name>; a NULL text: nothing */

/* Closes what is still open. */
void xml_end(struct xml *xml);

#endif
