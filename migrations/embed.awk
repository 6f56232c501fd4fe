# Makes migrations.c from the numbered SQL files, in the order given.
BEGIN {
	print "/* Made by migrations/embed.awk. */\n#include \"migrations/migrate.h\"\n\nconst struct migration migrations[] = {"
}
FNR == 1 {
	if (count++)
		print "\t},"
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.sql$/, "", name)
	printf "\t{ %d, \"%s\",\n", substr(name, 1, 4) + 0, name
}
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	printf "\t\t\"%s\\n\"\n", line
}
END {
	print "\t},\n};\n\nconst size_t migration_count = sizeof migrations / sizeof *migrations;"
}
