# Collects the [[texts]] of templates as messages of a .pot file. White space within a text counts as one blank, as when loading.
function flush_text() {
	gsub(/[ \t]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	if (!(text in places))
		order[++n] = text
	places[text] = places[text] "#: " FILENAME ":" line "\n"
	inside = 0
}
BEGIN {
	print "msgid \"\"\nmsgstr \"\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\""
}
{
	rest = $0
	while (rest != "" || inside) {
		if (inside) {
			end = index(rest, "]]")
			if (end == 0) {
				text = text " " rest
				break
			}
			text = text " " substr(rest, 1, end - 1)
			rest = substr(rest, end + 2)
			flush_text()
		} else {
			begin = index(rest, "[[")
			if (begin == 0)
				break
			text = ""
			line = FNR
			inside = 1
			rest = substr(rest, begin + 2)
		}
	}
}
END {
	for (i = 1; i <= n; i++) {
		text = order[i]
		place = places[text]
		gsub(/\\/, "\\\\", text)
		gsub(/"/, "\\\"", text)
		printf "\n%smsgid \"%s\"\nmsgstr \"\"\n", place, text
	}
}
