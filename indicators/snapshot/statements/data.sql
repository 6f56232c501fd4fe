-- What data.fcgi gives to machines. Columns are declared beside each statement in cgi/data/tables.c, in this order.
-- $period NULL: every period. Codes stay codes; titles come in the asked language.

-- name: data_frameworks
SELECT f.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = 'en'), f.code),
	f.minimum_reporting, f.carry_forward,
	(SELECT MIN(p.period) FROM period p WHERE p.framework = f.code),
	(SELECT MAX(p.period) FROM period p WHERE p.framework = f.code)
FROM framework f
ORDER BY f.position

-- name: data_periods
SELECT framework, period, release, released_at, n_expected, basis FROM period
WHERE framework = $framework
ORDER BY period

-- name: data_domain_scores
SELECT framework, period, domain, participant, score, n_scored, n_possible, change, change_from FROM domain_score
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY period, domain, participant

-- name: data_domain_regional
SELECT framework, period, domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status, basis FROM domain_regional
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY period, domain

-- name: data_moves
SELECT framework, period, kind, code, since, n, score_before, score_now, change FROM move
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY period, kind, code

-- name: data_coverage
SELECT framework, period, participant, n_reported, n_not_available, n_not_applicable, n_expected FROM coverage
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY period, participant

-- name: data_indicators
SELECT i.framework, i.code, i.version, i.current, i.domain, i.type, i.unit, i.direction, i.first_period, i.last_period,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code)
FROM indicator i
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
WHERE i.framework = $framework AND ($indicator IS NULL OR i.code = $indicator)
ORDER BY d.position, i.position, i.code, i.version

-- name: data_indicator_texts
SELECT i.version, t.part, t.lang, t.text
FROM indicator i
JOIN text t ON t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version
WHERE i.framework = $framework AND i.code = $indicator
ORDER BY i.version, t.part, t.lang

-- name: data_indicator_answers
SELECT framework, participant, period, indicator, version, status, value, numerator, denominator, score, suppressed
FROM answer
WHERE framework = $framework AND indicator = $indicator AND ($period IS NULL OR period = $period)
ORDER BY period, participant

-- name: data_indicator_cells
SELECT framework, participant, period, indicator, version, dimension, category, value, suppressed, status
FROM answer_cell
WHERE framework = $framework AND indicator = $indicator AND ($period IS NULL OR period = $period)
ORDER BY period, participant, dimension, category

-- name: data_indicator_regional
SELECT framework, indicator, period, n_reporting, n_expected, n_hidden, mean, median, min, max, q1, q3, pooled, sum, status
FROM regional
WHERE framework = $framework AND indicator = $indicator AND ($period IS NULL OR period = $period)
ORDER BY period

-- name: data_indicator_items
SELECT r.framework, r.indicator, r.period, q.version, r.indicator || '.' || r.item, r.n_met, r.n_known
FROM item_regional r
JOIN questionnaire q ON q.framework = r.framework AND q.period = r.period AND q.indicator = r.indicator
WHERE r.framework = $framework AND r.indicator = $indicator AND ($period IS NULL OR r.period = $period)
ORDER BY r.period, r.item

-- name: data_indicator_official
SELECT o.series, o.dims, o.participant, o.year, o.value, o.value_text, o.nature, o.units,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM indicator_series s
JOIN official o ON o.series = s.series AND o.dims = s.dims
JOIN vintage v ON v.id = o.vintage
WHERE s.framework = $framework AND s.code = $indicator
	AND s.version = (SELECT MAX(i.version) FROM indicator i WHERE i.framework = s.framework AND i.code = s.code)
ORDER BY o.series, o.dims, o.participant, o.year

-- Who shares its practice; texts are those of the governments.
-- name: data_indicator_practice
SELECT framework, participant, period, indicator, version, kind, text
FROM practice
WHERE framework = $framework AND indicator = $indicator AND ($period IS NULL OR period = $period)
ORDER BY period, participant, position

-- name: data_participants
SELECT p.code, p.m49, p.status,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code)
FROM participant p
WHERE $participant IS NULL OR p.code = $participant
ORDER BY p.code

-- name: data_country_answers
SELECT a.framework, a.participant, a.period, a.indicator, a.version, a.status, a.value, a.numerator, a.denominator, a.score, a.suppressed
FROM questionnaire q
CROSS JOIN answer a
WHERE q.framework = $framework AND ($period IS NULL OR q.period = $period)
	AND a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = $participant
ORDER BY a.period, a.indicator

-- name: data_country_scores
SELECT framework, period, domain, participant, score, n_scored, n_possible, change, change_from FROM domain_score
WHERE framework = $framework AND participant = $participant AND ($period IS NULL OR period = $period)
ORDER BY period, domain

-- name: data_country_coverage
SELECT framework, period, participant, n_reported, n_not_available, n_not_applicable, n_expected FROM coverage
WHERE framework = $framework AND participant = $participant AND ($period IS NULL OR period = $period)
ORDER BY period

-- name: data_country_progress
SELECT p.series, p.dims, p.participant, p.base_year, p.base_value, p.current_year, p.current_value, p.direction, p.target,
	p.target_year, p.method, p.progress, p.status, p.score, p.un2023_ratio, p.un2023_class,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM sdg_progress p
JOIN vintage v ON v.id = p.vintage
WHERE p.participant = $participant
ORDER BY p.series, p.dims

-- name: data_targets
SELECT t.goal, t.code,
	COALESCE((SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = t.code AND x.part = 'title'
			AND x.lang = $lang),
		(SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = t.code AND x.part = 'title'
			AND x.lang = 'en'), t.code)
FROM sdg_target t
WHERE $target IS NULL OR t.code = $target
ORDER BY t.position

-- name: data_series
SELECT s.code, s.indicator, s.target, s.unit, s.direction, s.goal_value, s.goal_year, s.natural_limit, s.base_year,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = 'en'), s.code), s.superseded_by
FROM series s
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series)
ORDER BY s.target, s.indicator, s.code

-- name: data_progress
SELECT p.series, p.dims, p.participant, p.base_year, p.base_value, p.current_year, p.current_value, p.direction, p.target,
	p.target_year, p.method, p.progress, p.status, p.score, p.un2023_ratio, p.un2023_class,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM series s
JOIN sdg_progress p ON p.series = s.code
JOIN vintage v ON v.id = p.vintage
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series)
	AND ($participant IS NULL OR p.participant = $participant) AND ($dims IS NULL OR p.dims = $dims)
ORDER BY p.series, p.dims, p.participant

-- name: data_verdicts
SELECT p.series, p.dims, p.participant, p.headline, p.status, p.un2023_class, NULLIF(p.reason, ''), NULLIF(p.difference, ''), p.growth, p.growth_needed,
	p.zero_base, p.zero_target, p.un2023_guard
FROM series s
JOIN sdg_progress p ON p.series = s.code
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series) AND ($participant IS NULL OR p.participant = $participant)
ORDER BY p.series, p.dims, p.participant

-- name: data_together
SELECT target, participant, status, score, n_judged, n_series FROM sdg_target_progress
WHERE ($target IS NULL OR target = $target) AND ($participant IS NULL OR participant = $participant)
ORDER BY target, participant

-- name: data_country_compliance
SELECT framework, target, period, participant, score, n_indicators, n_possible, n_needed, status FROM sdg_compliance
WHERE framework = $framework AND participant = $participant AND ($period IS NULL OR period = $period)
ORDER BY target, period

-- name: data_official
SELECT o.series, o.dims, o.participant, o.year, o.value, o.value_text, o.nature, o.units,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM series s
JOIN official o ON o.series = s.code
JOIN vintage v ON v.id = o.vintage
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series)
	AND ($participant IS NULL OR o.participant = $participant) AND ($dims IS NULL OR o.dims = $dims)
ORDER BY o.series, o.dims, o.participant, o.year

-- name: data_revisions
SELECT r.series, r.dims, r.participant, r.year, r.kind, r.old_text, r.new_text, o.label, n.label
FROM series s
JOIN official_revision r ON r.series = s.code
JOIN vintage o ON o.id = r.old_vintage
JOIN vintage n ON n.id = r.new_vintage
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series)
ORDER BY r.series, r.dims, r.participant, r.year

-- The region's participant is empty.
-- name: data_compliance
SELECT framework, target, period, participant, score, n_indicators, n_possible, n_needed, status FROM sdg_compliance
WHERE framework = $framework AND ($target IS NULL OR target = $target)
ORDER BY target, period, participant

-- --- behind one figure; $domain 'overall' is the score over all domains, as in addresses ---

-- name: data_explain_scores
SELECT framework, period, domain, participant, score, n_scored, n_possible, change, change_from FROM domain_score
WHERE framework = $framework AND period = $period AND domain = CASE WHEN $domain = 'overall' THEN '' ELSE $domain END
	AND ($participant IS NULL OR participant = $participant)
ORDER BY participant

-- name: data_explain_regional
SELECT framework, period, domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status, basis FROM domain_regional
WHERE framework = $framework AND period = $period AND domain = CASE WHEN $domain = 'overall' THEN '' ELSE $domain END

-- name: data_explain_answers
SELECT a.framework, a.participant, a.period, a.indicator, a.version, a.status, a.value, a.numerator, a.denominator, a.score, a.suppressed
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
CROSS JOIN answer a
WHERE q.framework = $framework AND q.period = $period AND ($domain IS NULL OR $domain = 'overall' OR i.domain = $domain)
	AND ($target IS NULL OR EXISTS (SELECT 1 FROM indicator_sdg s
		WHERE s.framework = i.framework AND s.code = i.code AND s.version = i.version AND s.target = $target))
	AND a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = $participant
ORDER BY a.indicator

-- name: data_explain_compliance
SELECT framework, target, period, participant, score, n_indicators, n_possible, n_needed, status FROM sdg_compliance
WHERE framework = $framework AND target = $target AND period = $period AND ($participant IS NULL OR participant = $participant)
ORDER BY participant

-- name: data_meta
SELECT key, value FROM meta ORDER BY key

-- name: data_vintages
SELECT label, number, source, fetched_at FROM vintage ORDER BY label, number

-- Codes for the sentence that says what there is. kind: framework, participant, domain, target, period, indicator, series
-- A comparison: every chosen measure, participant and period that was asked. The lists are ",A,B,"; NULL: all.
-- name: data_comparison
SELECT q.framework, 'indicator', q.indicator, e.participant, q.period, q.version, COALESCE(a.status, 'missing'), a.value, a.score,
	COALESCE(a.suppressed, 0)
FROM questionnaire q
JOIN expected e ON e.framework = q.framework AND e.period = q.period
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = e.participant
WHERE q.framework = $framework AND REPLACE($indicators, ',' || q.indicator || ',', '') <> $indicators
	AND ($participants IS NULL OR REPLACE($participants, ',' || e.participant || ',', '') <> $participants)
	AND ($periods IS NULL OR REPLACE($periods, ',' || q.period || ',', '') <> $periods)
UNION ALL
SELECT r.framework, 'domain', d.code, e.participant, r.period, NULL,
	CASE WHEN s.score IS NOT NULL THEN 'reported' WHEN s.n_scored > 0 THEN 'too_few' ELSE 'missing' END, NULL, s.score, 0
FROM (SELECT code, code AS domain FROM domain WHERE framework = $framework UNION ALL SELECT 'overall', '') d
JOIN domain_regional r ON r.framework = $framework AND r.domain = d.domain
JOIN expected e ON e.framework = r.framework AND e.period = r.period
LEFT JOIN domain_score s ON s.framework = r.framework AND s.period = r.period AND s.domain = r.domain AND s.participant = e.participant
WHERE REPLACE($domains, ',' || d.code || ',', '') <> $domains
	AND ($participants IS NULL OR REPLACE($participants, ',' || e.participant || ',', '') <> $participants)
	AND ($periods IS NULL OR REPLACE($periods, ',' || r.period || ',', '') <> $periods)
ORDER BY 2, 3, 5, 4

-- Series stand by target, so that the first of them belongs to the first target: together they are the examples of the API's description.
-- name: data_codes
SELECT code FROM (
	SELECT 'framework' AS kind, f.code AS code, '' AS within FROM framework f
	UNION ALL SELECT 'participant', p.code, '' FROM participant p
	UNION ALL SELECT 'domain', d.code, '' FROM domain d WHERE d.framework = $framework
	UNION ALL SELECT 'domain', 'overall', '' FROM framework f WHERE f.code = $framework
	UNION ALL SELECT 'target', t.code, '' FROM sdg_target t
	UNION ALL SELECT 'period', r.period, '' FROM period r WHERE r.framework = $framework
	UNION ALL SELECT DISTINCT 'indicator', i.code, '' FROM indicator i WHERE i.framework = $framework
	UNION ALL SELECT 'series', s.code, s.target FROM series s WHERE $target IS NULL OR s.target = $target
) x
WHERE kind = $kind
ORDER BY within, code

-- Releases that published something this audience sees; what was carried forward from another period was not published by them.
-- name: data_releases
WITH seen AS (
	SELECT framework, period, since FROM answer WHERE carried_from IS NULL
	UNION SELECT framework, period, since FROM answer_past)
SELECT r.framework,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = r.framework AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = r.framework AND t.part = 'title'
			AND t.lang = 'en'), r.framework),
	r.period, r.number, r.name, r.note, r.released_at
FROM release r JOIN seen s ON s.framework = r.framework AND s.period = r.period AND s.since = r.number
ORDER BY r.released_at DESC, r.framework, r.period DESC, r.number DESC LIMIT $most
