# Makes template_keys.h: every marker of the templates, once, as an enum value K_NAME and its text.
# The templates are the one list of keys, so C code that names a key no template has does not compile.
{
	line = $0
	while (match(line, /\{\{[#>]?[A-Z][A-Z0-9_]*/)) {
		key = substr(line, RSTART, RLENGTH)
		gsub(/[^A-Z0-9_]/, "", key)
		line = substr(line, RSTART + RLENGTH)
		if (!(key in seen)) {
			seen[key] = 1
			keys[++n] = key
		}
	}
}
END {
	print "/* Made by templates/keys.awk. */\n#ifndef TEMPLATE_KEYS_H\n#define TEMPLATE_KEYS_H\n\n#define TEMPLATE_KEYS(X) \\"
	for (i = 1; i <= n; i++)
		printf "\tX(%s) \\\n", keys[i]
	print "\n\nenum template_key {\n#define X(name) K_##name,\n\tTEMPLATE_KEYS(X)\n#undef X\n\tK_COUNT\n};\n\n#endif"
}
