-- Releases as files, and the titles of codes in workbooks. What stood after release n: since <= n and until > n, or still.

-- name: takeaway_releases
SELECT framework, period, number, name, note, released_at FROM release WHERE framework = $framework ORDER BY period DESC, number DESC

-- name: takeaway_release
SELECT framework, period, number, name, note, released_at FROM release
WHERE framework = $framework AND period = $period AND number = $number

-- Past answers were given to the version of the questionnaire; they have no suppressed values.
-- name: takeaway_answers
SELECT framework, participant, period, indicator, version, status, value, numerator, denominator, score, suppressed, since, reason, source, note
FROM (
	SELECT q.framework, a.participant, q.period, q.indicator, a.version, a.status, a.value, a.numerator, a.denominator, a.score, a.suppressed,
		a.since, a.reason, a.source, a.note
	FROM questionnaire q
	JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND a.since <= $number
	UNION ALL
	SELECT q.framework, p.participant, q.period, q.indicator, q.version, p.status, p.value, p.numerator, p.denominator, p.score, 0,
		p.since, p.reason, p.source, p.note
	FROM questionnaire q
	JOIN answer_past p ON p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND p.since <= $number AND p.until > $number
) s
ORDER BY indicator, participant

-- name: takeaway_regional
SELECT framework, indicator, period, n_reporting, n_expected, n_hidden, mean, median, min, max, q1, q3, pooled, sum, status, since
FROM (
	SELECT q.framework, q.indicator, q.period, r.n_reporting, r.n_expected, r.n_hidden, r.mean, r.median, r.min, r.max, r.q1, r.q3, r.pooled,
		r.sum, r.status, r.since
	FROM questionnaire q
	JOIN regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND r.since <= $number
	UNION ALL
	SELECT q.framework, q.indicator, q.period, p.n_reporting, p.n_expected, p.n_hidden, p.mean, p.median, p.min, p.max, p.q1, p.q3, p.pooled,
		p.sum, p.status, p.since
	FROM questionnaire q
	JOIN regional_past p ON p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND p.since <= $number AND p.until > $number
) s
ORDER BY indicator

-- Breakdowns, scores and coverage of a release that another one replaced.
-- name: takeaway_cells
SELECT framework, participant, period, indicator, version, dimension, category, value, suppressed, status
FROM (
	SELECT c.framework, c.participant, c.period, c.indicator, c.version, c.dimension, c.category, c.value, c.suppressed, c.status
	FROM questionnaire q
	JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period
	JOIN answer_cell c ON c.framework = a.framework AND c.indicator = a.indicator AND c.period = a.period AND c.participant = a.participant
	WHERE q.framework = $framework AND q.period = $period AND a.since <= $number
	UNION ALL
	SELECT p.framework, p.participant, p.period, p.indicator, p.version, p.dimension, p.category, p.value, p.suppressed, p.status
	FROM questionnaire q
	JOIN answer_cell_past p ON p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND p.since <= $number AND p.until > $number
) s
ORDER BY indicator, participant, dimension, category

-- name: takeaway_domain_scores
SELECT framework, period, domain, participant, score, n_scored, n_possible FROM domain_score_past
WHERE framework = $framework AND period = $period AND release = $number
ORDER BY domain, participant

-- name: takeaway_domain_regional
SELECT framework, period, domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status, basis FROM domain_regional_past
WHERE framework = $framework AND period = $period AND release = $number
ORDER BY domain

-- name: takeaway_coverage
SELECT framework, period, participant, n_reported, n_not_available, n_not_applicable, n_expected FROM coverage_past
WHERE framework = $framework AND period = $period AND release = $number
ORDER BY participant

-- The definitions that the period asked for.
-- name: takeaway_indicators
SELECT i.framework, i.code, i.version, i.current, i.domain, i.type, i.unit, i.direction, i.first_period, i.last_period,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code)
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
WHERE q.framework = $framework AND q.period = $period
ORDER BY d.position, i.position, i.code

-- name: takeaway_domains
SELECT d.framework, d.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = 'en'), d.code)
FROM domain d
WHERE d.framework = $framework
ORDER BY d.position

-- Those who were expected to report.
-- name: takeaway_participants
SELECT p.code, p.m49, p.status,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code)
FROM expected e
JOIN participant p ON p.code = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY p.code

-- What the codes of a framework's tables mean, in every language. A breakdown's category stands with its breakdown: sex.female,
-- an item with its checklist.
-- name: takeaway_codes
SELECT list, code, lang, title FROM (
	SELECT 'framework' AS list, t.code AS code, t.lang AS lang, t.text AS title FROM text t
	WHERE t.kind = 'framework' AND t.code = $framework AND t.part = 'title'
	UNION ALL
	SELECT 'participant', t.code, t.lang, t.text FROM text t WHERE t.kind = 'participant' AND t.part = 'title'
	UNION ALL
	SELECT 'domain', d.code, t.lang, t.text FROM domain d
	JOIN text t ON t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
	WHERE d.framework = $framework
	UNION ALL
	SELECT 'indicator', i.code, t.lang, t.text FROM indicator i
	JOIN text t ON t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
	WHERE i.framework = $framework
		AND i.version = (SELECT MAX(n.version) FROM indicator n WHERE n.framework = i.framework AND n.code = i.code)
	UNION ALL
	SELECT 'item', x.code || '.' || x.item, t.lang, t.text
	FROM (SELECT framework, code, item, MAX(version) AS version FROM indicator_item WHERE framework = $framework GROUP BY framework, code, item) x
	JOIN text t ON t.kind = 'indicator' AND t.code = x.framework || '/' || x.code || '/' || x.version AND t.part = 'item.' || x.item
	UNION ALL
	SELECT 'unit', t.code, t.lang, t.text FROM text t WHERE t.kind = 'unit' AND t.part = 'title'
	UNION ALL
	SELECT DISTINCT 'breakdown', b.dimension, t.lang, t.text FROM breakdown b
	JOIN text t ON t.kind = 'framework' AND t.code = b.framework AND t.part = 'dimension.' || b.dimension
	WHERE b.framework = $framework
	UNION ALL
	SELECT 'category', b.dimension || '.' || b.category, t.lang, t.text FROM breakdown b
	JOIN text t ON t.kind = 'framework' AND t.code = b.framework AND t.part = 'dimension.' || b.dimension || '.' || b.category
	WHERE b.framework = $framework
) x
ORDER BY list, code, lang

-- Titles of the codes of one kind, for files that people read.
-- name: takeaway_names
SELECT n.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = n.holder AND t.code = n.named AND t.part = n.part AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = n.holder AND t.code = n.named AND t.part = n.part AND t.lang = 'en'), n.code)
FROM (
	SELECT 'participant' AS kind, p.code AS code, 'participant' AS holder, p.code AS named, 'title' AS part FROM participant p
	UNION ALL SELECT 'framework', f.code, 'framework', f.code, 'title' FROM framework f
	UNION ALL SELECT 'domain', d.code, 'domain', d.framework || '/' || d.code, 'title' FROM domain d WHERE d.framework = $framework
	UNION ALL SELECT 'indicator', i.code, 'indicator', i.framework || '/' || i.code || '/' || MAX(i.version), 'title' FROM indicator i
		WHERE i.framework = $framework GROUP BY i.framework, i.code
	UNION ALL SELECT 'item', x.code || '.' || x.item, 'indicator', x.framework || '/' || x.code || '/' || MAX(x.version), 'item.' || x.item
		FROM indicator_item x WHERE x.framework = $framework GROUP BY x.framework, x.code, x.item
	UNION ALL SELECT 'target', g.code, 'target', g.code, 'title' FROM sdg_target g
	UNION ALL SELECT 'series', s.code, 'series', s.code, 'title' FROM series s
) n
WHERE n.kind = $kind
ORDER BY n.code
