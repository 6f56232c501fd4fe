/* Tests of writing XML: whatever the texts hold, what comes out is well-formed and reads back. */
#include <expat.h>
#include <string.h>

#include "cgi/data/sdmx/xml.h"
#include "tests/unit/kit.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define GONE "\xEF\xBF\xBD"

static struct buffer out = BUFFER_INIT(1 << 20);

/* <e a="text">text</e>, without the declaration. */
static const char *written(const char *text)
{
	struct xml xml;

	buffer_clear(&out);
	xml_begin(&xml, &out);
	xml_open(&xml, "e");
	xml_attribute(&xml, "a", text);
	xml_text(&xml, text);
	xml_end(&xml);
	ck_assert_int_eq(strncmp(buffer_text(&out), HEAD, strlen(HEAD)), 0);
	return buffer_text(&out) + strlen(HEAD);
}

START_TEST(what_would_be_markup_is_escaped)
{
	ck_assert_str_eq(written("Fish & <chips> \"hot\""),
		"<e a=\"Fish &amp; &lt;chips&gt; &quot;hot&quot;\">Fish &amp; &lt;chips&gt; \"hot\"</e>\n");
	ck_assert_str_eq(written("]]>"), "<e a=\"]]&gt;\">]]&gt;</e>\n");
	ck_assert_str_eq(written("&amp;"), "<e a=\"&amp;amp;\">&amp;amp;</e>\n");
	ck_assert_str_eq(written("a\tb\nc\rd"), "<e a=\"a&#9;b&#10;c&#13;d\">a\tb\nc&#13;d</e>\n");
}
END_TEST

START_TEST(what_xml_cannot_hold_is_replaced)
{
	static const struct { const char *text, *stands; } cases[] = {
		{ "a\x01z", "a" GONE "z" }, { "\x1F\x7F", GONE "\x7F" },
		{ "\xEF\xBF\xBE\xEF\xBF\xBF", GONE GONE },       /* U+FFFE, U+FFFF */
		{ "\xF0\x9F\xBF\xBE", "\xF0\x9F\xBF\xBE" },      /* U+1FFFE may stand */
		{ "\xC3", GONE }, { "\xC3(", GONE "(" },         /* cut off, broken */
		{ "\x80z\xFF", GONE "z" GONE },
		{ "\xED\xA0\x80", GONE GONE GONE },              /* a surrogate */
		{ "\xC0\xAF", GONE GONE },                       /* overlong */
		{ "Қазақстан 𝄞", "Қазақстан 𝄞" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer expected = BUFFER_INIT(1000);
		buffer_printf(&expected, "<e a=\"%s\">%s</e>\n", cases[i].stands, cases[i].stands);
		ck_assert_str_eq(written(cases[i].text), buffer_text(&expected));
		buffer_release(&expected);
	}
}
END_TEST

START_TEST(elements_nest_and_are_closed)
{
	struct xml xml;

	buffer_clear(&out);
	xml_begin(&xml, &out);
	xml_open(&xml, "a");
	xml_attribute(&xml, "x", NULL);
	xml_attribute(&xml, "y", "");
	xml_open(&xml, "b");
	xml_close(&xml);
	xml_element(&xml, "c", "1");
	xml_element(&xml, "d", NULL);
	xml_element(&xml, "e", "");
	xml_open(&xml, "f");
	xml_open(&xml, "g");
	xml_end(&xml);
	xml_close(&xml); /* one too many does nothing */
	ck_assert_str_eq(buffer_text(&out), HEAD "<a y=\"\"><b/><c>1</c><e/><f><g/></f></a>\n");
}
END_TEST

START_TEST(elements_too_deep_are_an_error_and_not_a_message)
{
	struct error error = ERROR_INIT;
	struct xml xml;

	buffer_clear(&out);
	xml_begin(&xml, &out);
	for (int i = 0; i <= XML_DEPTH; i++)
		xml_open(&xml, "a");
	ck_refused(buffer_check(&out, &error), ERR_INTERNAL, error);
}
END_TEST

/* --- read by another program --- */

struct reading {
	struct buffer attribute, text;
};

static void on_start(void *context, const char *name, const char **attributes)
{
	struct reading *reading = context;

	ck_assert_str_eq(name, "e");
	buffer_puts(&reading->attribute, attributes[1]);
}

static void on_text(void *context, const char *text, int length)
{
	buffer_append(&((struct reading *)context)->text, text, (size_t)length);
}

static void read_back(const char *text, const char *expected)
{
	struct reading reading = { BUFFER_INIT(1 << 16), BUFFER_INIT(1 << 16) };
	XML_Parser parser = XML_ParserCreate(NULL);

	written(text);
	XML_SetUserData(parser, &reading);
	XML_SetStartElementHandler(parser, on_start);
	XML_SetCharacterDataHandler(parser, on_text);
	ck_assert_msg(XML_Parse(parser, buffer_text(&out), (int)out.length, 1) == XML_STATUS_OK, "%s: %s",
		XML_ErrorString(XML_GetErrorCode(parser)), buffer_text(&out));
	ck_assert_str_eq(buffer_text(&reading.attribute), expected);
	ck_assert_str_eq(buffer_text(&reading.text), expected);
	XML_ParserFree(parser);
	buffer_release(&reading.attribute);
	buffer_release(&reading.text);
}

START_TEST(hostile_texts_come_back_as_they_were)
{
	static const char *const texts[] = {
		"", " ", "<script>alert(1)</script>", "<!-- -- -->", "<![CDATA[x]]>", "]]>", "&lt;&#60;&nbsp;&", "<?xml version=\"2.0\"?>",
		"<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;", "'\"'\"", "line\nline\r\nline\rtab\t", "\u2028\u2029\xC2\x85\u00A0",
		"Ўзбекистон", "\xF4\x8F\xBF\xBD", "a=\"b\"", "{{X}}", "%s%n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		read_back(texts[i], texts[i]);
}
END_TEST

START_TEST(random_bytes_are_always_well_formed)
{
	unsigned state = 7;

	for (int round = 0; round < 3000; round++) {
		char text[40];
		size_t length = 0;
		for (; length < sizeof text - 1; length++) {
			state = state * 1103515245 + 12345;
			text[length] = (char)(state >> 16);
			if (text[length] == '\0')
				break;
		}
		text[length] = '\0';
		written(text);
		XML_Parser parser = XML_ParserCreate("UTF-8");
		ck_assert_msg(XML_Parse(parser, buffer_text(&out), (int)out.length, 1) == XML_STATUS_OK, "%s", XML_ErrorString(XML_GetErrorCode(parser)));
		XML_ParserFree(parser);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_would_be_markup_is_escaped),
	KIT_TEST(what_xml_cannot_hold_is_replaced),
	KIT_TEST(elements_nest_and_are_closed),
	KIT_TEST(elements_too_deep_are_an_error_and_not_a_message),
	KIT_TEST(hostile_texts_come_back_as_they_were),
	KIT_TEST(random_bytes_are_always_well_formed),
};

KIT_MAIN("sdmx_xml", tests)
