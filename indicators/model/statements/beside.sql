-- name: beside_points
WITH wanted AS (
	SELECT s.series, s.dims, (
		SELECT v.id FROM vintage v
		WHERE EXISTS (SELECT 1 FROM official_value o WHERE o.vintage = v.id AND o.series = s.series AND o.participant = $participant)
		ORDER BY v.label DESC, v.number DESC LIMIT 1) AS vintage
	FROM indicator_series s WHERE s.indicator_version = $version
)
SELECT w.series, w.dims, o.year, o.value_text, v.label, v.source,
	COALESCE(
		(SELECT l.text FROM label l WHERE l.kind = 'series' AND l.code = w.series AND l.lang = $lang),
		(SELECT l.text FROM label l WHERE l.kind = 'series' AND l.code = w.series AND l.lang = 'en'),
		w.series),
	COALESCE(
		(SELECT l.text FROM label l WHERE l.kind = 'unit' AND l.code = n.unit AND l.lang = $lang),
		(SELECT l.text FROM label l WHERE l.kind = 'unit' AND l.code = n.unit AND l.lang = 'en'),
		'')
FROM wanted w
JOIN series n ON n.code = w.series
JOIN vintage v ON v.id = w.vintage
JOIN official_value o ON o.vintage = w.vintage AND o.series = w.series AND o.participant = $participant AND o.dims = w.dims
ORDER BY w.series, w.dims, o.year DESC
-- The words of one code, "sex=female"; none for a total.
-- name: beside_code
SELECT l.text FROM label l
JOIN dimension_code d ON d.dimension = $dimension AND d.code = $code AND d.is_total = 0
WHERE l.kind = 'dimension_code' AND l.code = $pair AND (l.lang = $lang OR l.lang = 'en')
ORDER BY l.lang = $lang DESC LIMIT 1
