# Makes the outlines of the map of region.txt as a C table (cgi/dashboard/map.h): rings and lines become SVG paths. They begin at a
# place and go on in steps of whole units, because that compresses best.

# A minus sign parts numbers as well as a comma does.
function pair(a, b) { return a (b < 0 ? "" : ",") b }

function steps(first,    i, at, x, y, path)
{
	for (i = first; i <= NF; i++) {
		split($i, at, ",")
		path = path (i == first ? "M" pair(at[1], at[2]) : "l" pair(at[1] - x, at[2] - y))
		x = at[1]
		y = at[2]
	}
	return path
}

function finish() { if (number != "") countries = countries sprintf("\t{ %d, %s, \"%s\" },\n", number, label, path) }

BEGIN { number = "" }

$1 == "frame" { width = $2; height = $3 }
$1 == "country" { finish(); number = $2; label = $3; path = "" }
$1 == "ring" { path = path steps(2) "z" }
$1 == "land" { land = land steps(2) "z" }
$1 == "border" { borders = borders sprintf("\t{ %d, %d, \"%s\" },\n", $2, $3, steps(4)) }

END {
	finish()
	print "/* Made from templates/map/region.txt. */"
	print "#include \"cgi/dashboard/map.h\""
	printf "const int map_width = %d, map_height = %d;\n", width, height
	printf "const char map_land[] = \"%s\";\n", land
	printf "const struct map_border map_borders[] = {\n%s\t{ 0, 0, 0 },\n};\n", borders
	printf "const struct map_outline map_outlines[] = {\n%s\t{ 0, 0, 0, 0 },\n};\n", countries
}
