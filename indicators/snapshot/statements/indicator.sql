-- One indicator and the list of them.

-- The current definitions and those that ended; the newest version stands for the code.
-- name: indicator_list
SELECT i.code, i.version, i.current, i.domain, i.type, i.unit, i.direction, i.first_period, i.last_period,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code) AS title
FROM indicator i
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
WHERE i.framework = $framework
	AND i.version = (SELECT MAX(n.version) FROM indicator n WHERE n.framework = i.framework AND n.code = i.code)
ORDER BY d.position, (i.last_period IS NULL) DESC, i.last_period DESC, i.position, i.code

-- The region's means of every indicator, for the list.
-- name: indicator_means
SELECT indicator, period, version, mean, status FROM regional WHERE framework = $framework ORDER BY indicator, period

-- name: indicator_versions
SELECT i.version, i.current, i.domain, i.type, i.unit, i.direction, i.levels, i.per, i.first_period, i.last_period
FROM indicator i
WHERE i.framework = $framework AND i.code = $indicator
ORDER BY i.version DESC

-- name: indicator_criteria
SELECT level, position FROM indicator_criterion
WHERE framework = $framework AND code = $indicator AND version = $version
ORDER BY level, position

-- name: indicator_items
SELECT item, group_code FROM indicator_item
WHERE framework = $framework AND code = $indicator AND version = $version
ORDER BY position

-- name: indicator_targets
SELECT s.target,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'target' AND t.code = s.target AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'target' AND t.code = s.target AND t.part = 'title'
			AND t.lang = 'en'), s.target) AS title,
	(SELECT COUNT(*) FROM sdg_target g WHERE g.code = s.target) AS has_page
FROM indicator_sdg s
WHERE s.framework = $framework AND s.code = $indicator AND s.version = $version
ORDER BY s.target

-- name: indicator_series
SELECT s.series, s.dims,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.series AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.series AND t.part = 'title'
			AND t.lang = 'en'), s.series) AS title,
	r.indicator, r.target, r.unit
FROM indicator_series s
LEFT JOIN series r ON r.code = s.series
WHERE s.framework = $framework AND s.code = $indicator AND s.version = $version

-- name: indicator_instruments
SELECT instrument FROM indicator_instrument
WHERE framework = $framework AND code = $indicator AND version = $version
ORDER BY position

-- Neighbours in time; relation is 'replaces' (earlier) or 'replaced_by' (later).
-- name: indicator_lineage
SELECT 'replaces' AS relation, r.replaced AS code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = $framework || '/' || r.replaced || '/' ||
		(SELECT MAX(n.version) FROM indicator n WHERE n.framework = $framework AND n.code = r.replaced)
		AND t.part = 'title' AND t.lang IN ($lang, 'en') ORDER BY (t.lang = $lang) DESC LIMIT 1), r.replaced) AS title
FROM indicator_replaces r
WHERE r.framework = $framework AND r.code = $indicator AND r.version = $version
UNION ALL
SELECT DISTINCT 'replaced_by', r.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = $framework || '/' || r.code || '/' || r.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = $framework || '/' || r.code || '/' || r.version AND t.part = 'title'
			AND t.lang = 'en'), r.code)
FROM indicator_replaces r
WHERE r.framework = $framework AND r.replaced = $indicator
ORDER BY 1, 2

-- All that one indicator replaced, and all that replaced it, however far away, for the trend across breaks.
-- Generations count from the asked one: -1 its predecessors, +1 its successors.
-- name: indicator_generations
WITH RECURSIVE before (code, generation) AS (
	SELECT $indicator, 0
	UNION
	SELECT r.replaced, b.generation - 1 FROM before b
	JOIN indicator_replaces r ON r.framework = $framework AND r.code = b.code
	WHERE b.generation > -10
), after (code, generation) AS (
	SELECT $indicator, 0
	UNION
	SELECT r.code, a.generation + 1 FROM after a
	JOIN indicator_replaces r ON r.framework = $framework AND r.replaced = a.code
	WHERE a.generation < 10
)
SELECT code, generation FROM before WHERE generation < 0
UNION
SELECT code, generation FROM after WHERE generation > 0
ORDER BY 2, 1

-- name: indicator_regional
SELECT r.period, r.version, r.n_reporting, r.n_expected, r.n_hidden, r.hidden_included, r.mean, r.median, r.min, r.max, r.q1, r.q3, r.pooled,
	r.sum, r.status, i.type
FROM regional r
JOIN indicator i ON i.framework = r.framework AND i.code = r.indicator AND i.version = r.version
WHERE r.framework = $framework AND r.indicator = $indicator
ORDER BY r.period

-- name: indicator_answers
SELECT e.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = 'en'), e.participant) AS title,
	a.status, a.value, a.numerator, a.denominator, a.score, a.suppressed, a.carried_from, a.reason, a.source, a.note
FROM expected e
LEFT JOIN answer a ON a.framework = e.framework AND a.indicator = $indicator AND a.period = e.period AND a.participant = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title

-- The columns of the breakdowns that somebody gave, in the catalogue's order; categories that it no longer has come last.
-- name: indicator_categories
SELECT c.dimension, c.category
FROM answer_cell c
LEFT JOIN breakdown b ON b.framework = c.framework AND b.dimension = c.dimension AND b.category = c.category
LEFT JOIN (SELECT framework, dimension, MIN(dimension_position) AS position FROM breakdown GROUP BY framework, dimension) d
	ON d.framework = c.framework AND d.dimension = c.dimension
WHERE c.framework = $framework AND c.indicator = $indicator AND c.period = $period
GROUP BY c.dimension, c.category, d.position, b.position
ORDER BY COALESCE(d.position, 1000), c.dimension, COALESCE(b.position, 1000), c.category

-- name: indicator_cells
SELECT c.dimension, c.category, c.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = 'en'), c.participant) AS title,
	c.value, c.status, c.share, a.value
FROM answer_cell c
LEFT JOIN answer a ON a.framework = c.framework AND a.indicator = c.indicator AND a.period = c.period AND a.participant = c.participant
LEFT JOIN breakdown b ON b.framework = c.framework AND b.dimension = c.dimension AND b.category = c.category
LEFT JOIN (SELECT framework, dimension, MIN(dimension_position) AS position FROM breakdown GROUP BY framework, dimension) d
	ON d.framework = c.framework AND d.dimension = c.dimension
WHERE c.framework = $framework AND c.indicator = $indicator AND c.period = $period
ORDER BY COALESCE(d.position, 1000), c.dimension, title, c.participant, COALESCE(b.position, 1000), c.category

-- Items of a checklist, those that fewest governments meet first.
-- name: indicator_item_regional
SELECT r.item, r.n_met, r.n_known
FROM item_regional r
LEFT JOIN indicator_item i ON i.framework = r.framework AND i.code = r.indicator AND i.version = $version AND i.item = r.item
WHERE r.framework = $framework AND r.indicator = $indicator AND r.period = $period
ORDER BY r.n_met, i.position, r.item

-- Evidence that governments share, alphabetical.
-- name: indicator_practice
SELECT p.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.participant AND t.part = 'title'
			AND t.lang = 'en'), p.participant) AS title,
	p.kind, p.text, a.value
FROM practice p
LEFT JOIN answer a ON a.framework = p.framework AND a.indicator = p.indicator AND a.period = p.period AND a.participant = p.participant
WHERE p.framework = $framework AND p.indicator = $indicator AND p.period = $period
ORDER BY title, p.participant, p.position

-- name: indicator_official
SELECT o.participant, o.year, o.value_text, o.nature, v.label
FROM official o
JOIN vintage v ON v.id = o.vintage
WHERE o.series = $series AND o.dims = $dims
ORDER BY o.year, o.participant
