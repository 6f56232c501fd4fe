/* message: what the three data messages share; see message.h. */
#include "cgi/data/sdmx/message.h"

const char *sdmx_data_namespace(struct arena *arena, const struct sdmx_flow *flow, bool of_structure, const char *at_observation)
{
	return arena_printf(arena, "%s:ObsLevelDim:%s", of_structure ? sdmx_structure_urn(arena, flow) : sdmx_flow_urn(arena, flow), at_observation);
}

const char *sdmx_message_id(struct arena *arena, const struct sdmx_model *model)
{
	char *id = arena_printf(arena, "RUN-%s", model->run);

	for (char *p = id; *p != '\0'; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p == '-' || *p == '_'))
			*p = '_';
	return id;
}

void sdmx_put_json(struct buffer *out, const char *text)
{
	if (text == NULL) {
		buffer_puts(out, "null");
		return;
	}
	buffer_putc(out, '"');
	for (const char *p = text; *p != '\0';) {
		size_t plain = 0;
		while ((unsigned char)p[plain] >= 0x20 && p[plain] != '"' && p[plain] != '\\')
			plain++;
		buffer_append(out, p, plain);
		p += plain;
		if (*p == '\0')
			break;
		if (*p == '"' || *p == '\\')
			buffer_printf(out, "\\%c", *p);
		else
			buffer_printf(out, "\\u%04x", (unsigned char)*p);
		p++;
	}
	buffer_putc(out, '"');
}
