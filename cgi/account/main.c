/* account.fcgi: sign-in, the own profile, and the question of the web server who may pass to an audience's pages. */
#include "cgi/web/web.h"

static const struct route routes[] = {
	{ 0 },
};

int main(void)
{
	static const struct program program = { .name = "account", .routes = routes, .opens = WEB_REPORTS };

	return web_main(&program);
}
