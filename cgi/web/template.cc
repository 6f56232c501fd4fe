/* template: see template.h. Every function is noexcept or catches: no exception crosses into C. */
#include "cgi/web/template.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_string.h>
#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

extern "C" {
#include "indicators/base/i18n.h"
}

using ctemplate::StaticTemplateString;
using ctemplate::StaticTemplateStringInitializer;
using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

namespace {

const char pragma[] = "{{%AUTOESCAPE context=\"HTML\"}}";

/* Key names with their hashes computed once. */
StaticTemplateString keys[K_COUNT + 1] = {
#define X(name) { { #name, sizeof(#name) - 1, 0 } },
	TEMPLATE_KEYS(X)
#undef X
	{ { "", 0, 0 } },
};

TemplateDictionary *dictionary(struct template_dict *dict)
{
	return reinterpret_cast<TemplateDictionary *>(dict);
}

struct template_dict *wrap(TemplateDictionary *dict)
{
	return reinterpret_cast<struct template_dict *>(dict);
}

bool failed(const std::string &name, const std::string &why, struct error *error)
{
	error_set(error, ERR_INVALID, "The template %s %s.", name.c_str(), why.c_str());
	return false;
}

size_t count_of(const std::string &text, const std::string &part)
{
	size_t n = 0;

	for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
		n++;
	return n;
}

bool read_file(const std::string &path, std::string &text)
{
	std::ifstream file(path, std::ios::binary);
	std::ostringstream all;

	if (!file || !(all << file.rdbuf()))
		return false;
	text = all.str();
	return true;
}

/* What auto-escape does not refuse by itself. */
bool acceptable(const std::string &name, const std::string &text, struct error *error)
{
	if (text.compare(0, sizeof pragma - 1, pragma) != 0)
		return failed(name, "does not begin with " + std::string(pragma), error);
	for (size_t at = text.find("{{", 2); at != std::string::npos; at = text.find("{{", at + 2)) {
		size_t end = text.find("}}", at);
		if (end == std::string::npos)
			return failed(name, "has a {{ without }}", error);
		std::string marker = text.substr(at + 2, end - at - 2);
		/* :p escapes as auto-escape does and keeps line breaks, which the body of a textarea needs. */
		bool keeps_lines = marker.size() > 2 && marker.find(':') == marker.size() - 2 && marker.back() == 'p' && marker[0] != '>';
		if (!marker.empty() && marker[0] != '!' && marker[0] != '%' && marker.find(':') != std::string::npos && !keeps_lines)
			return failed(name, "has a modifier in {{" + marker + "}}; auto-escape alone decides", error);
		if (!marker.empty() && marker[0] == '%')
			return failed(name, "has a second pragma", error);
		if (at > 0 && text[at - 1] == '=' && marker.find_first_of("#/>!") != 0 && at > 1 && isalpha((unsigned char)text[at - 2]) &&
			text.rfind('<', at) != std::string::npos && (text.rfind('>', at) == std::string::npos || text.rfind('<', at) > text.rfind('>', at)) &&
			/* within a quoted attribute, as in href="?a={{A}}", the number of quotes since the tag began is odd */
			std::count(text.begin() + (long)text.rfind('<', at), text.begin() + (long)at, '"') % 2 == 0)
			return failed(name, "has the attribute value {{" + marker + "}} without quotes", error);
	}
	return true;
}

/* Line breaks and indentation of a [[text]] do not belong to its msgid. */
std::string squeeze(const std::string &text)
{
	std::string out;

	for (char c : text) {
		bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
		if (!blank)
			out += c;
		else if (!out.empty() && out.back() != ' ')
			out += ' ';
	}
	if (!out.empty() && out.back() == ' ')
		out.pop_back();
	return out;
}

/* A translation may move the markers and tags of its msgid, not add or lose any. */
bool same_markup(const std::string &msgid, const std::string &translated)
{
	static const char *const parts[] = { "{{", "}}", "<", ">", "\"" };

	for (const char *part : parts)
		if (count_of(msgid, part) != count_of(translated, part))
			return false;
	for (size_t at = msgid.find("{{"); at != std::string::npos; at = msgid.find("{{", at + 2)) {
		size_t end = msgid.find("}}", at);
		if (end == std::string::npos || translated.find(msgid.substr(at, end - at + 2)) == std::string::npos)
			return false;
	}
	return true;
}

bool translate(const std::string &name, const char *language, const std::string &text, std::string &out, struct error *error)
{
	size_t done = 0;

	for (size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", done)) {
		size_t end = text.find("]]", at);
		if (end == std::string::npos)
			return failed(name, "has a [[ without ]]", error);
		std::string msgid = squeeze(text.substr(at + 2, end - at - 2));
		std::string translated = i18n_text_in(language, msgid.c_str());
		if (!same_markup(msgid, translated))
			return failed(name, "has a translation (" + std::string(language) + ") with other markup than \"" + msgid + "\"", error);
		out.append(text, done, at - done);
		out.append(translated);
		done = end + 2;
	}
	out.append(text, done, std::string::npos);
	return true;
}

bool load_one(const std::string &directory, const std::string &name, struct error *error)
{
	std::string text;

	if (!read_file(directory + "/" + name, text))
		return failed(name, "cannot be read", error);
	if (!acceptable(name, text, error))
		return false;
	for (const struct language *language = i18n_languages; language->code != nullptr; language++) {
		std::string translated;
		std::string key = std::string(language->code) + "/" + name;
		if (!translate(name, language->code, text, translated, error))
			return false;
		/* A key that is there already is the only other reason to fail, and names are unique. */
		if (!ctemplate::mutable_default_template_cache()->StringToTemplateCache(key, translated, ctemplate::STRIP_BLANK_LINES))
			return failed(name, "does not parse (what is wrong stands above, in the log)", error);
	}
	return true;
}

class BufferEmitter : public ctemplate::ExpandEmitter {
public:
	explicit BufferEmitter(struct buffer *buffer) : buffer_(buffer) {}
	void Emit(char c) override { buffer_putc(buffer_, c); }
	void Emit(const std::string &s) override { buffer_append(buffer_, s.data(), s.size()); }
	void Emit(const char *s) override { buffer_puts(buffer_, s); }
	void Emit(const char *s, size_t length) override { buffer_append(buffer_, s, length); }

private:
	struct buffer *buffer_;
};

} // namespace

extern "C" enum err template_load(const char *directory, struct error *error)
{
	try {
		std::vector<std::string> names;
		DIR *folder = opendir(directory);
		if (folder == nullptr)
			return error_set(error, ERR_IO, "The folder of templates %s cannot be read: %s.", directory, strerror(errno));
		while (struct dirent *entry = readdir(folder)) {
			std::string name = entry->d_name;
			if (name.size() > 4 && name.compare(name.size() - 4, 4, ".tpl") == 0 && name[0] != '.')
				names.push_back(name);
		}
		closedir(folder);
		if (names.empty())
			return error_set(error, ERR_NOT_FOUND, "There are no templates in %s.", directory);
		for (StaticTemplateString &key : keys)
			StaticTemplateStringInitializer initialize(&key);
		for (const std::string &name : names)
			if (!load_one(directory, name, error))
				return ERR_INVALID;
		ctemplate::mutable_default_template_cache()->Freeze();
		return ERR_OK;
	} catch (const std::exception &exception) {
		return error_set(error, ERR_INTERNAL, "The templates could not be loaded: %s.", exception.what());
	}
}

extern "C" struct template_dict *template_new(void) noexcept
{
	return wrap(new TemplateDictionary("page"));
}

extern "C" void template_free(struct template_dict *root) noexcept
{
	delete dictionary(root);
}

extern "C" void template_set(struct template_dict *dict, enum template_key key, const char *value) noexcept
{
	dictionary(dict)->SetValue(keys[key], value != nullptr ? value : "");
}

extern "C" void template_set_int(struct template_dict *dict, enum template_key key, int64_t value) noexcept
{
	dictionary(dict)->SetIntValue(keys[key], (long)value);
}

extern "C" void template_set_coordinate(struct template_dict *dict, enum template_key key, double value) noexcept
{
	char text[24];
	char *end = text + sizeof text;
	char *p = end;
	bool negative = value < 0;
	/* Beyond this nothing is drawn. */
	long tenths = std::isfinite(value) && std::fabs(value) < 1e9 ? std::lround(std::fabs(value) * 10) : 0;

	*--p = (char)('0' + tenths % 10);
	*--p = '.';
	for (long whole = tenths / 10; whole > 0 || *p == '.'; whole /= 10)
		*--p = (char)('0' + whole % 10);
	if (negative && tenths != 0)
		*--p = '-';
	dictionary(dict)->SetValue(keys[key], TemplateString(p, (size_t)(end - p)));
}

extern "C" void template_printf(struct template_dict *dict, enum template_key key, const char *format, ...) noexcept
{
	char text[512];
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(text, sizeof text, format, args);
	if (length >= 0 && (size_t)length < sizeof text) {
		dictionary(dict)->SetValue(keys[key], TemplateString(text, (size_t)length));
	} else if (length >= 0) {
		std::vector<char> all((size_t)length + 1);
		vsnprintf(all.data(), all.size(), format, again);
		dictionary(dict)->SetValue(keys[key], TemplateString(all.data(), (size_t)length));
	}
	va_end(again);
	va_end(args);
}

extern "C" struct template_dict *template_section(struct template_dict *dict, enum template_key section) noexcept
{
	return wrap(dictionary(dict)->AddSectionDictionary(keys[section]));
}

extern "C" void template_show(struct template_dict *dict, enum template_key section) noexcept
{
	dictionary(dict)->ShowSection(keys[section]);
}

extern "C" struct template_dict *template_include(struct template_dict *dict, enum template_key part, const char *name) noexcept
{
	TemplateDictionary *included = dictionary(dict)->AddIncludeDictionary(keys[part]);

	included->SetFilename(std::string(i18n_current()) + "/" + name);
	return wrap(included);
}

extern "C" enum err template_render(const char *name, struct template_dict *dict, struct buffer *out, struct error *error)
{
	try {
		std::string key = std::string(i18n_current()) + "/" + name;
		BufferEmitter emitter(out);
		if (!ctemplate::default_template_cache()->ExpandNoLoad(key, ctemplate::STRIP_BLANK_LINES, dictionary(dict), nullptr, &emitter))
			return error_set(error, ERR_INTERNAL, "The template %s could not be expanded; it or a part of it is missing.", name);
		return buffer_check(out, error);
	} catch (const std::exception &exception) {
		return error_set(error, ERR_INTERNAL, "The template %s failed: %s.", name, exception.what());
	}
}
