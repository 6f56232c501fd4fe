-- The page of methods and the run they made.

-- name: methods_meta
SELECT key, value FROM meta ORDER BY key

-- name: methods_vintages
SELECT label, number, source, fetched_at FROM vintage ORDER BY label DESC, number DESC

-- name: methods_frameworks
SELECT f.code, f.minimum_reporting, f.carry_forward,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = 'en'), f.code) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = 'en')) AS source
FROM framework f
ORDER BY f.position

-- name: methods_directions
SELECT s.indicator, s.code, s.direction, s.goal_value, s.goal_year, s.base_year,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = 'en'), s.code) AS title
FROM series s
JOIN sdg_target g ON g.code = s.target
ORDER BY g.position, s.indicator, s.code
