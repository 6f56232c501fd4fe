/*
 * empty: the yardstick of the web benchmarks, a FastCGI program that answers every request with an empty 200.
 */
#include <fcgiapp.h>

int main(void)
{
	FCGX_Request request;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
		return 1;
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
