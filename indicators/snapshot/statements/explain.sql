-- How one figure came about.

-- The newest release of a period.
-- name: explain_release
SELECT l.number, l.name, l.released_at
FROM release l
WHERE l.framework = $framework AND l.period = $period
ORDER BY l.number DESC LIMIT 1

-- --- domains ---

-- name: explain_domain
SELECT n_reporting, n_expected, mean, median, min, max, q1, q3, status
FROM domain_regional
WHERE framework = $framework AND period = $period AND domain = $domain

-- Everybody who was expected; no score where fewer than half of the indicators have one.
-- name: explain_domain_scores
SELECT e.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = 'en'), e.participant) AS title,
	s.score, s.n_scored, s.n_possible
FROM expected e
LEFT JOIN domain_score s ON s.framework = e.framework AND s.period = e.period AND s.domain = $domain AND s.participant = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title

-- name: explain_score
SELECT score, n_scored, n_possible, change, change_from
FROM domain_score
WHERE framework = $framework AND period = $period AND domain = $domain AND participant = $participant

-- What one participant answered to a domain's indicators (or, with $target, to those of an SDG target).
-- name: explain_answers
SELECT q.indicator,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code) AS title,
	i.type, i.direction, a.status, a.value, a.score, a.suppressed, a.carried_from, a.reason
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = $participant
WHERE q.framework = $framework AND q.period = $period AND ($domain IS NULL OR i.domain = $domain)
	AND ($target IS NULL OR EXISTS (SELECT 1 FROM indicator_sdg s
		WHERE s.framework = i.framework AND s.code = i.code AND s.version = i.version AND s.target = $target))
ORDER BY d.position, i.position, i.code

-- One participant's scores of the domains, for its overall score.
-- name: explain_domains
SELECT d.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = 'en'), d.code) AS title,
	s.score, s.n_scored, s.n_possible
FROM domain d
JOIN domain_score s ON s.framework = d.framework AND s.period = $period AND s.domain = d.code AND s.participant = $participant
WHERE d.framework = $framework
ORDER BY d.position

-- --- compliance with an SDG target ---

-- name: explain_compliance
SELECT score, n_indicators, n_possible, status
FROM sdg_compliance
WHERE framework = $framework AND target = $target AND period = $period AND participant = $participant

-- name: explain_compliance_scores
SELECT e.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = 'en'), e.participant) AS title,
	c.score, c.n_indicators, c.n_possible
FROM expected e
LEFT JOIN sdg_compliance c ON c.framework = e.framework AND c.target = $target AND c.period = e.period AND c.participant = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title

-- Targets that the framework says something of.
-- name: explain_targets
SELECT DISTINCT c.target,
	COALESCE((SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = c.target AND x.part = 'title'
			AND x.lang = $lang),
		(SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = c.target AND x.part = 'title'
			AND x.lang = 'en'), c.target) AS title
FROM sdg_compliance c
WHERE c.framework = $framework
ORDER BY c.target

-- --- breakdowns ---

-- How many cells of each kind a government's breakdown has.
-- name: explain_cells
SELECT c.dimension, c.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = 'en'), c.participant) AS title,
	SUM(CASE WHEN c.status = 'shown' THEN 1 ELSE 0 END), SUM(CASE WHEN c.status = 'suppressed' THEN 1 ELSE 0 END),
	SUM(CASE WHEN c.status = 'withheld' THEN 1 ELSE 0 END), SUM(CASE WHEN c.status = 'missing' THEN 1 ELSE 0 END)
FROM answer_cell c
LEFT JOIN (SELECT framework, dimension, MIN(dimension_position) AS position FROM breakdown GROUP BY framework, dimension) d
	ON d.framework = c.framework AND d.dimension = c.dimension
WHERE c.framework = $framework AND c.indicator = $indicator AND c.period = $period
GROUP BY c.dimension, c.participant, title, d.position
ORDER BY title, c.participant, COALESCE(d.position, 1000), c.dimension

-- --- the periods that have a figure ---

-- name: explain_indicator_periods
SELECT period FROM regional WHERE framework = $framework AND indicator = $code ORDER BY period DESC

-- name: explain_domain_periods
SELECT period FROM domain_regional WHERE framework = $framework AND domain = $code ORDER BY period DESC

-- name: explain_compliance_periods
SELECT DISTINCT period FROM sdg_compliance WHERE framework = $framework AND target = $code ORDER BY period DESC

-- name: explain_breakdown_periods
SELECT DISTINCT period FROM answer_cell WHERE framework = $framework AND indicator = $code ORDER BY period DESC

-- --- SDG progress ---

-- name: explain_progress
SELECT p.base_year, p.base_value, p.current_year, p.current_value, p.direction, p.target, p.target_year,
	p.method, p.natural_c, p.progress, p.status, p.score, p.un2023_cagr, p.un2023_ratio, p.un2023_class, p.reason, v.label, v.source
FROM sdg_progress p
JOIN vintage v ON v.id = p.vintage
WHERE p.series = $series AND p.participant = $participant AND p.dims = $dims

-- name: explain_values
SELECT o.year, o.value, o.value_text, o.nature
FROM official o
WHERE o.series = $series AND o.participant = $participant AND o.dims = $dims
ORDER BY o.year

-- Which breakdowns there are, where the asked one is not.
-- name: explain_dims
SELECT p.dims FROM sdg_progress p WHERE p.series = $series AND p.participant = $participant ORDER BY p.dims
