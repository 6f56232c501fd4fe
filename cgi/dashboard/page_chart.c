/* page_chart: /{framework}/charts/{kind}/{code}.svg and .png, and /{framework}/embed/{kind}/{code}. */
#include <string.h>

#include "cgi/dashboard/figure_file.h"
#include "indicators/base/i18n.h"

static const char *given(const struct request *request, const char *name)
{
	return request_state(request, name) == PARAM_OK ? request_text(request, name) : NULL;
}

/* --- what there is not --- */

static enum err missing_kind(struct request *request, struct response *response, const struct framework *framework, const char *asked,
	const char *ending)
{
	static const struct { const char *kind, *page; } without_code[] = {
		{ "indicator", "indicators/" }, { "trend", "indicators/" }, { "country", "countries/" }, { "official", "sdg/" },
	};
	struct template_dict *page = missing_page(request, response, arena_printf(request->arena, _("There is no kind of chart “%s”."), asked),
		_("There are these kinds:"));

	for (const struct figure_kind *kind = figure_kinds; kind->name != NULL; kind++) {
		const struct figure_ref ref = { .kind = kind->name, .code = "all" };
		const char *href = figure_address(request, framework, &ref, ending);
		for (size_t i = 0; i < sizeof without_code / sizeof *without_code; i++)
			if (strcmp(without_code[i].kind, kind->name) == 0)
				href = arena_printf(request->arena, "%s/%s/%s", request->prefix, framework->code, without_code[i].page);
		missing_link(page, href, arena_printf(request->arena, "%s — %s", kind->name, _(kind->title)));
	}
	return ERR_OK;
}

static enum err missing_figure(struct request *request, struct response *response, const struct framework *framework, const struct figure *figure,
	const char *ending)
{
	struct template_dict *page = missing_page(request, response, figure->refused, figure->choices.count > 0 ? _("There are these:") : _("What there is:"));

	for (size_t i = 0; i < figure->choices.count; i++) {
		struct figure_ref ref = figure->ref;
		const char *code = figure->choices.list[i].code;
		if (strcmp(figure->field, "code") == 0)
			ref = (struct figure_ref){ .kind = ref.kind, .code = code };
		else if (strcmp(figure->field, "period") == 0)
			ref.period = code;
		else if (strcmp(figure->field, "participant") == 0)
			ref.participant = code;
		else
			ref.dims = code;
		const char *title = figure->choices.list[i].title;
		missing_link(page, figure_address(request, framework, &ref, ending), *title != '\0' ? title : code);
	}
	if (figure->choices.count == 0)
		missing_link(page, arena_printf(request->arena, "%s/%s/", request->prefix, framework->code), framework->title);
	return ERR_OK;
}

/* --- what was asked for --- */

/* A parameter that the kind does not heed would be answered with another chart than the asker thinks. */
static enum err check_taken(const struct figure_kind *kind, const struct figure_ref *ref, struct error *error)
{
	const struct { unsigned bit; const char *name, *value; } all[] = {
		{ TAKES_PERIOD, "period", ref->period }, { TAKES_PARTICIPANT, "participant", ref->participant }, { TAKES_DIMS, "dims", ref->dims },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value != NULL && (kind->takes & all[i].bit) == 0)
			return error_set_field(error, ERR_INVALID, all[i].name, _("A chart of the kind “%s” does not take “%s”: it takes %s."), kind->name,
				all[i].name, (kind->takes & TAKES_PERIOD) != 0 ? "period" : (kind->takes & TAKES_PARTICIPANT) != 0 ? "participant" : "dims");
	return ERR_OK;
}

/* *found tells whether `figure` is one; otherwise the response says what is wrong. */
static enum err find(struct request *request, struct response *response, const char *ending, struct framework *framework, struct figure *figure,
	bool *found, struct error *error)
{
	const struct figure_ref ref = { .kind = request_text(request, "kind"), .code = request_text(request, "code"), .period = given(request, "period"),
		.participant = given(request, "participant"), .dims = given(request, "dims") };
	const struct figure_kind *kind = figure_kind_find(ref.kind);
	enum err err = framework_read(request, request_text(request, "framework"), framework, error);

	*found = false;
	if (err != ERR_OK)
		return err;
	if (framework->code == NULL)
		return missing_framework(request, response, error);
	if (kind == NULL)
		return missing_kind(request, response, framework, ref.kind, ending);
	if ((err = check_taken(kind, &ref, error)) != ERR_OK || (err = figure_load(request, framework, &ref, figure, error)) != ERR_OK)
		return err;
	*found = figure->refused == NULL;
	return *found ? ERR_OK : missing_figure(request, response, framework, figure, ending);
}

static enum err read_theme(struct request *request, enum figure_theme *theme, struct error *error)
{
	const char *asked = given(request, "theme");

	*theme = asked == NULL ? THEME_AUTO : strcmp(asked, "light") == 0 ? THEME_LIGHT : strcmp(asked, "dark") == 0 ? THEME_DARK : THEMES;
	if (*theme == THEMES)
		return error_set_field(error, ERR_INVALID, "theme", _("“%s” is no theme: there are light and dark; without one, a chart follows its reader’s setting."),
			asked);
	return ERR_OK;
}

/* --- files --- */

static void name_file(struct request *request, struct response *response, const struct framework *framework, const struct figure *figure,
	const char *ending)
{
	const struct figure_ref *ref = &figure->ref;

	/* Codes and periods are letters, digits, dots, dashes and underscores. */
	response_header(response, "Content-Disposition", arena_printf(request->arena, "inline; filename=\"%s-%s-%s%s%s%s%s-%s.%s\"", framework->code,
		ref->kind, ref->code, ref->period != NULL ? "-" : "", ref->period != NULL ? ref->period : "", ref->participant != NULL ? "-" : "",
		ref->participant != NULL ? ref->participant : "", request->language, ending));
	response_header(response, "Content-Language", request->language);
}

static double asked_width(struct request *request)
{
	return request_state(request, "width") == PARAM_OK ? (double)request_int(request, "width") : FIGURE_WIDTH;
}

enum err page_chart_svg(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct figure figure;
	enum figure_theme theme;
	const char *policy;
	bool found;
	enum err err = read_theme(request, &theme, error);

	if (err != ERR_OK || (err = find(request, response, "svg", &framework, &figure, &found, error)) != ERR_OK || !found)
		return err;
	struct buffer *body = response_body(response, "image/svg+xml; charset=utf-8");
	if ((err = figure_svg(request, &figure, theme, asked_width(request), body, &policy, error)) != ERR_OK)
		return err;
	response_policy(response, policy);
	name_file(request, response, &framework, &figure, "svg");
	return ERR_OK;
}

/* A picture takes a hundred times as long as a drawing, so that there are few of each, and those are kept. */
static enum err check_picture_width(double width, struct error *error)
{
	static const double widths[] = { 320, 480, 720, 960, 1200 };

	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (width == widths[i])
			return ERR_OK;
	return error_set_field(error, ERR_INVALID, "width", "%s", _("Pictures are 320, 480, 720, 960 or 1200 wide. As SVG a chart may have any width from 320 to 1200."));
}

enum err page_chart_png(struct request *request, struct response *response, struct error *error)
{
	struct buffer svg = BUFFER_INIT((size_t)8 * 1024 * 1024);
	struct framework framework;
	struct figure figure;
	enum figure_theme theme;
	const char *policy;
	bool found;
	enum err err = read_theme(request, &theme, error);

	if (err == ERR_OK)
		err = check_picture_width(asked_width(request), error);
	if (err != ERR_OK || (err = find(request, response, "png", &framework, &figure, &found, error)) != ERR_OK || !found)
		return err;
	/* A picture can't follow anybody's setting. */
	err = figure_svg(request, &figure, theme == THEME_DARK ? THEME_DARK : THEME_LIGHT, asked_width(request), &svg, &policy, error);
	if (err == ERR_OK)
		err = figure_png(buffer_text(&svg), svg.length, response_body(response, "image/png"), error);
	if (err == ERR_OK) {
		response_policy(response, "default-src 'none'; sandbox; frame-ancestors 'none'");
		name_file(request, response, &framework, &figure, "png");
	}
	buffer_release(&svg);
	return err;
}

/* --- to be embedded --- */

static void put_table(struct template_dict *page, const struct figure_table *table)
{
	struct template_dict *part = template_section(page, K_FIGURE_TABLE);

	for (size_t i = 0; i < table->columns; i++) {
		struct template_dict *head = template_section(part, K_TABLE_HEAD);
		template_set(head, K_TITLE, table->heads[i]);
		template_set(head, K_CLASS, table->numbers && i > 0 ? "num" : "text");
	}
	for (size_t row = 0; row < table->rows; row++) {
		struct template_dict *line = template_section(part, K_TABLE_ROW);
		template_set(line, K_TITLE, table->cells[row * table->columns]);
		for (size_t i = 1; i < table->columns; i++) {
			const char *text = table->cells[row * table->columns + i];
			struct template_dict *cell = template_section(line, K_TABLE_CELL);
			template_set(cell, K_TEXT, text != NULL ? text : "–");
			template_set(cell, K_CLASS, table->numbers ? "num" : "text");
		}
	}
}

enum err page_embed(struct request *request, struct response *response, struct error *error)
{
	/* Anybody may show it, and it can do nothing: no scripts, no forms, no cookies. */
	static const char open_policy[] = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";
	struct framework framework;
	struct figure_credit credit;
	struct figure figure;
	bool found;
	enum err err = find(request, response, NULL, &framework, &figure, &found, error);

	if (err != ERR_OK || !found)
		return err;
	if ((err = figure_credit(request, &credit, error)) != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "embed.tpl", figure.title);
	response_chrome(response, "bare.tpl");
	/* What is not public is in nobody else's page: the browser would not send the session, but whose frame it is, is nobody's business. */
	if (*request->prefix == '\0')
		response_policy(response, open_policy);
	page_links(page, request, &framework);
	template_set(page, K_TITLE, figure.title);
	template_set(page, K_SUBTITLE, figure.subtitle);
	figure_put(request, page, K_FIGURE, &figure);
	template_set(page, K_SOURCE, figure.source);
	template_set(page, K_AUDIENCE_NAME, credit.audience);
	template_set(page, K_RUN, credit.run);
	template_printf(page, K_HREF, "%s/%s/%s", request->prefix, framework.code, figure.page);
	template_printf(page, K_CSV_HREF, "%s/%s/%s", request->prefix, framework.code, figure.data);
	put_table(page, &figure.table);
	return ERR_OK;
}
