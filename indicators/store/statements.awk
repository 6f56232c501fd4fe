# Makes a table of named statements from SQL files, for store/database.h.
#
#	awk -v prefix=REPORTS -v output=header -f statements.awk FILE.sql…
#	awk -v prefix=REPORTS -v output=source -f statements.awk FILE.sql…
#
# A statement begins with a line "-- name: round_by_id" and ends at the next one. Other comment lines are left out.

function flush_statement() {
	if (name == "")
		return
	if (output == "header")
		printf "\t%s_%s,\n", prefix, name
	else
		printf "\t{ \"%s\",\n%s\t},\n", name, body
	count++
}

BEGIN {
	lower = tolower(prefix)
	if (output == "header") {
		printf "/* Made by indicators/store/statements.awk. */\n#ifndef %s_STATEMENTS_H\n#define %s_STATEMENTS_H\n\n", prefix, prefix
		printf "#include \"indicators/store/database.h\"\n\nenum %s_statement {\n", lower
	} else {
		printf "/* Made by indicators/store/statements.awk. */\n#include \"%s_statements.h\"\n\n", lower
		printf "static const struct statement_text statements[] = {\n"
	}
}

/^-- name: / {
	flush_statement()
	name = $3
	if (name in seen) {
		printf "%s:%d: the statement %s is there twice\n", FILENAME, FNR, name > "/dev/stderr"
		exit 1
	}
	seen[name] = 1
	body = ""
	next
}

/^[ \t]*--/ || /^[ \t]*$/ { next }

{
	if (name == "") {
		printf "%s:%d: SQL before the first \"-- name:\"\n", FILENAME, FNR > "/dev/stderr"
		exit 1
	}
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	body = body "\t\t\"" line "\\n\"\n"
}

END {
	flush_statement()
	if (output == "header")
		printf "\t%s_STATEMENT_COUNT\n};\n\nextern const struct statement_table %s_statements;\n\n#endif\n", prefix, lower
	else
		printf "};\n\nconst struct statement_table %s_statements = { statements, sizeof statements / sizeof *statements };\n", lower
}
