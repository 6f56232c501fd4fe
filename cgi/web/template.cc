/* template: see template.h. Every function is noexcept or catches: no exception crosses into C. */
#include "cgi/web/template.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_string.h>
#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstddef>
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

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

namespace {

const char pragma[] = "{{%AUTOESCAPE context=\"HTML\"}}";

const struct { const char *text; size_t length; } key_names[K_COUNT + 1] = {
#define X(name) { #name, sizeof(#name) - 1 },
	TEMPLATE_KEYS(X)
#undef X
	{ "", 0 },
};

const int no_key = K_COUNT;

int key_named(const char *text, size_t length)
{
	for (int key = 0; key < K_COUNT; key++)
		if (key_names[key].length == length && memcmp(key_names[key].text, text, length) == 0)
			return key;
	return no_key;
}

/*
 * Which key a marker of a template names. A marker is one place in the text of a loaded template, which stays where it is, so its
 * address is looked up first; the name is compared all the same.
 */
int key_of(const TemplateString &name)
{
	static const size_t places = 16384;
	static struct { const char *at; int key; } seen[places];
	size_t start = ((uintptr_t)name.data() * 0x9E3779B97F4A7C15u >> 32) % places;

	for (size_t i = 0; i < 8; i++) {
		auto &place = seen[(start + i) % places];
		if (place.at == name.data() && key_names[place.key].length == name.size() &&
			memcmp(key_names[place.key].text, name.data(), name.size()) == 0)
			return place.key;
		if (place.at == nullptr) {
			place.at = name.data();
			place.key = key_named(name.data(), name.size());
			return place.key;
		}
	}
	return key_named(name.data(), name.size());
}

/* The memory of one page: taken in blocks, given back together. */
class Pool {
public:
	Pool() = default;
	Pool(const Pool &) = delete;
	Pool &operator=(const Pool &) = delete;
	~Pool()
	{
		for (char *block : blocks_)
			delete[] block;
	}
	void *take(size_t size)
	{
		size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
		if (size > room_) {
			size_t block = std::max(size, (size_t)32768);
			blocks_.push_back(new char[block]);
			next_ = blocks_.back();
			room_ = block;
		}
		void *taken = next_;
		next_ += size;
		room_ -= size;
		return taken;
	}
	const char *copy(const char *text, size_t length)
	{
		char *kept = (char *)take(length + 1);
		memcpy(kept, text, length);
		kept[length] = '\0';
		return kept;
	}

private:
	std::vector<char *> blocks_;
	char *next_ = nullptr;
	size_t room_ = 0;
};

/*
 * What ctemplate asks while it expands. Its own TemplateDictionary gives each showing of a section a name built from its parents'
 * and hashes every value; a page of a thousand cells spends most of its time there. Here both are short lists in one pool.
 */
class Dict final : public TemplateDictionaryInterface {
public:
	Dict(Pool *pool, const Dict *around) : pool_(pool), around_(around) {}

	void set(int key, const char *text, size_t length)
	{
		values_ = new (pool_->take(sizeof(Value))) Value{ pool_->copy(text, length), length, key, values_ };
	}
	/* A section that is only shown has no showings of its own: ctemplate then takes the values around it. */
	void show(int key) { group(key, false); }
	Dict *add(int key, bool part, const char *file)
	{
		Group *to = group(key, part);
		Dict *dict = new (pool_->take(sizeof(Dict))) Dict(pool_, part ? nullptr : this);
		dict->file_ = file;
		(to->last != nullptr ? to->last->next_ : to->first) = dict;
		to->last = dict;
		return dict;
	}
	Pool *pool() { return pool_; }

private:
	struct Value {
		const char *text;
		size_t length;
		int key;
		Value *next;
	};
	struct Group {
		int key;
		bool part;
		Dict *first, *last;
		Group *next;
	};
	class Showings : public Iterator {
	public:
		explicit Showings(const Dict *first) : next_(first) {}
		bool HasNext() const override { return next_ != nullptr; }
		const TemplateDictionaryInterface &Next() override
		{
			const Dict *now = next_;
			next_ = now->next_;
			return *now;
		}

	private:
		const Dict *next_;
	};

	Group *group(int key, bool part)
	{
		for (Group *there = groups_; there != nullptr; there = there->next)
			if (there->key == key && there->part == part)
				return there;
		groups_ = new (pool_->take(sizeof(Group))) Group{ key, part, nullptr, nullptr, groups_ };
		return groups_;
	}
	/* The nearest of this and the dictionaries around it. */
	const Group *find(const TemplateString &name, bool part) const
	{
		int key = key_of(name);
		for (const Dict *dict = this; dict != nullptr; dict = dict->around_)
			for (const Group *there = dict->groups_; there != nullptr; there = there->next)
				if (there->key == key && there->part == part)
					return there;
		return nullptr;
	}

	TemplateString GetValue(const TemplateString &variable) const override
	{
		int key = key_of(variable);
		for (const Dict *dict = this; dict != nullptr; dict = dict->around_)
			for (const Value *value = dict->values_; value != nullptr; value = value->next)
				if (value->key == key)
					return TemplateString(value->text, value->length);
		return TemplateString("", 0);
	}
	bool IsHiddenSection(const TemplateString &name) const override { return find(name, false) == nullptr; }
	bool IsUnhiddenSection(const TemplateString &name) const override { return find(name, false) != nullptr; }
	bool IsHiddenTemplate(const TemplateString &name) const override { return find(name, true) == nullptr; }
	const char *GetIncludeTemplateName(const TemplateString &variable, int number) const override
	{
		const Group *parts = find(variable, true);
		const Dict *dict = parts != nullptr ? parts->first : nullptr;
		for (; dict != nullptr && number > 0; number--)
			dict = dict->next_;
		return dict != nullptr ? dict->file_ : nullptr;
	}
	Iterator *CreateTemplateIterator(const TemplateString &name) const override { return showings(find(name, true)); }
	Iterator *CreateSectionIterator(const TemplateString &name) const override { return showings(find(name, false)); }
	static Iterator *showings(const Group *group) { return new Showings(group != nullptr ? group->first : nullptr); }
	void DumpToString(std::string *out, int) const override { out->clear(); }

	Pool *pool_;
	const Dict *around_;
	const char *file_ = nullptr;
	Value *values_ = nullptr;
	Group *groups_ = nullptr;
	Dict *next_ = nullptr;
};

Dict *dictionary(struct template_dict *dict)
{
	return reinterpret_cast<Dict *>(dict);
}

struct template_dict *wrap(Dict *dict)
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
	Pool *pool = new Pool;

	return wrap(new (pool->take(sizeof(Dict))) Dict(pool, nullptr));
}

extern "C" void template_free(struct template_dict *root) noexcept
{
	delete dictionary(root)->pool();
}

extern "C" void template_set(struct template_dict *dict, enum template_key key, const char *value) noexcept
{
	dictionary(dict)->set(key, value != nullptr ? value : "", value != nullptr ? strlen(value) : 0);
}

extern "C" void template_set_int(struct template_dict *dict, enum template_key key, int64_t value) noexcept
{
	char text[24];
	char *end = std::to_chars(text, text + sizeof text, value).ptr;

	dictionary(dict)->set(key, text, (size_t)(end - text));
}

extern "C" void template_set_coordinate(struct template_dict *dict, enum template_key key, double value) noexcept
{
	char text[24];
	char *end = text + sizeof text;
	char *p = end;
	bool negative = value < 0;
	/* Beyond this nothing is drawn. */
	long tenths = std::isfinite(value) && std::fabs(value) < 1e9 ? std::lround(std::fabs(value) * 10) : 0;

	if (tenths % 10 != 0) {
		*--p = (char)('0' + tenths % 10);
		*--p = '.';
	}
	for (long whole = tenths / 10; whole > 0 || p == end || *p == '.'; whole /= 10)
		*--p = (char)('0' + whole % 10);
	if (negative && tenths != 0)
		*--p = '-';
	dictionary(dict)->set(key, p, (size_t)(end - p));
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
		dictionary(dict)->set(key, text, (size_t)length);
	} else if (length >= 0) {
		std::vector<char> all((size_t)length + 1);
		vsnprintf(all.data(), all.size(), format, again);
		dictionary(dict)->set(key, all.data(), (size_t)length);
	}
	va_end(again);
	va_end(args);
}

extern "C" struct template_dict *template_section(struct template_dict *dict, enum template_key section) noexcept
{
	return wrap(dictionary(dict)->add(section, false, nullptr));
}

extern "C" void template_show(struct template_dict *dict, enum template_key section) noexcept
{
	dictionary(dict)->show(section);
}

extern "C" struct template_dict *template_include(struct template_dict *dict, enum template_key part, const char *name) noexcept
{
	std::string file = std::string(i18n_current()) + "/" + name;

	return wrap(dictionary(dict)->add(part, true, dictionary(dict)->pool()->copy(file.data(), file.size())));
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
