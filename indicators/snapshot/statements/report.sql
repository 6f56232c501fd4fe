-- The report of one round: everything of one period, and the last period with data that it can be compared with.

-- name: report_release
SELECT p.release, p.released_at, r.name
FROM period p
LEFT JOIN release r ON r.framework = p.framework AND r.period = p.period AND r.number = p.release
WHERE p.framework = $framework AND p.period = $period

-- name: report_releases
SELECT number, name, note, released_at FROM release WHERE framework = $framework AND period = $period ORDER BY number

-- The domains that were asked for, '' (all of them) first; the earlier figure is of the same questions.
-- name: report_domains
SELECT r.domain,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = r.framework || '/' || r.domain AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = r.framework || '/' || r.domain AND t.part = 'title'
			AND t.lang = 'en'), r.domain) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = r.framework || '/' || r.domain AND t.part = 'description'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = r.framework || '/' || r.domain AND t.part = 'description'
			AND t.lang = 'en')) AS description,
	r.status, r.n_reporting, r.n_expected, r.mean, r.median, r.min, r.max, r.q1, r.q3, e.period, e.mean, e.n_reporting
FROM domain_regional r
LEFT JOIN domain d ON d.framework = r.framework AND d.code = r.domain
LEFT JOIN domain_regional e ON e.framework = r.framework AND e.domain = r.domain AND e.basis = r.basis AND e.period =
	(SELECT MAX(o.period) FROM domain_regional o WHERE o.framework = r.framework AND o.domain = r.domain AND o.period < r.period
		AND o.status = 'ok')
WHERE r.framework = $framework AND r.period = $period
ORDER BY r.domain <> '', d.position

-- name: report_indicators
SELECT i.domain, q.indicator, i.type, i.direction,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'unit' AND t.code = i.unit AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'unit' AND t.code = i.unit AND t.part = 'title' AND t.lang = 'en'), i.unit) AS unit,
	r.status, r.n_reporting, r.n_expected, r.mean, r.median, r.min, r.max, r.q1, r.q3, r.pooled, r.sum, r.n_hidden,
	e.period, e.mean, e.n_reporting
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period
LEFT JOIN regional e ON e.framework = q.framework AND e.indicator = q.indicator AND e.version = q.version AND e.period =
	(SELECT MAX(o.period) FROM regional o WHERE o.framework = q.framework AND o.indicator = q.indicator AND o.period < q.period
		AND o.status = 'ok')
WHERE q.framework = $framework AND q.period = $period
ORDER BY d.position, i.position, i.code

-- With what a correction replaced, where this audience had seen it.
-- name: report_answers
SELECT q.indicator, a.participant, a.status, a.suppressed, a.value, a.numerator, a.denominator, a.score, a.carried_from, a.reason, a.source,
	a.note, a.since, o.status, o.value
FROM questionnaire q
JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period
LEFT JOIN answer_past o ON o.framework = a.framework AND o.indicator = a.indicator AND o.period = a.period AND o.participant = a.participant
	AND o.until = a.since
WHERE q.framework = $framework AND q.period = $period

-- name: report_trend
SELECT domain, period, mean, min, max, n_reporting, status, basis
FROM domain_regional
WHERE framework = $framework
ORDER BY period

-- name: report_coverage
SELECT participant, n_reported, n_not_available, n_not_applicable, n_expected
FROM coverage
WHERE framework = $framework AND period = $period
