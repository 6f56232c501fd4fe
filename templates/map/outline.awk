# Makes the outlines of the map of region.txt: longitude and latitude become SVG paths, as a C table (cgi/dashboard/map.h).
#
# The projection is Albers' equal-area conic (Snyder, Map Projections, USGS Professional Paper 1395, §14) on a sphere, about 67°E
# 45.1°N with true scale at 38°N and 52°N: the region keeps its sizes, and its northern border bends as on a globe. What lies outside
# the frame of WIDTH × HEIGHT is left to the browser to cut off; steps are relative, in tenths of a unit, because that compresses best.

function radians(degrees) { return degrees * 3.14159265358979 / 180 }

function project(place,    at, theta, rho)
{
	split(place, at, ",")
	theta = n * radians(at[1] - 67)
	rho = sqrt(c - 2 * n * sin(radians(at[2]))) / n
	x = sprintf("%.0f", 10 * (WIDTH / 2 + SCALE * rho * sin(theta)))
	y = sprintf("%.0f", 10 * (HEIGHT / 2 - SCALE * (rho0 - rho * cos(theta))))
}

# "12.3" of 123; a minus sign parts numbers as well as a blank does.
function tenths(number) { return (number < 0 ? "-" : "") int(abs(number) / 10) (abs(number) % 10 ? "." abs(number) % 10 : "") }
function abs(number) { return number < 0 ? -number : number }
function pair(a, b) { return tenths(a) (b < 0 ? "" : ",") tenths(b) }

function finish() { if (number != "") printf "\t{ %d, %s, %s, \"%s\" },\n", number, label_x, label_y, path }

BEGIN {
	WIDTH = 360
	HEIGHT = 256
	SCALE = 690
	n = (sin(radians(38)) + sin(radians(52))) / 2
	c = cos(radians(38)) ^ 2 + 2 * n * sin(radians(38))
	rho0 = sqrt(c - 2 * n * sin(radians(45.1))) / n
	number = ""
	print "/* Made from templates/map/region.txt. */"
	print "#include \"cgi/dashboard/map.h\""
	printf "const int map_width = %d, map_height = %d;\n", WIDTH, HEIGHT
	print "const struct map_outline map_outlines[] = {"
}

$1 == "country" {
	finish()
	number = $2
	project($3)
	label_x = x / 10
	label_y = y / 10
	path = ""
}

$1 == "ring" {
	for (i = 2; i <= NF; i++) {
		project($i)
		if (i == 2)
			path = path "M" pair(x, y)
		else if (x != old_x || y != old_y)
			path = path "l" pair(x - old_x, y - old_y)
		old_x = x
		old_y = y
	}
	path = path "z"
}

END {
	finish()
	print "\t{ 0, 0, 0, 0 },"
	print "};"
}
