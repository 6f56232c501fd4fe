-- The regional overview of a framework: domains by participants in one period, and the way there.

-- The overall figure is domain ''. A domain that was not asked for in the period has NULLs.
-- name: overview_domains
SELECT d.code, d.title, r.n_reporting, r.n_expected, r.mean, r.median, r.min, r.max, r.q1, r.q3, r.status
FROM (
	SELECT '' AS code, '' AS title, -1 AS position
	UNION ALL
	SELECT o.code,
		COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = o.framework || '/' || o.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = o.framework || '/' || o.code AND t.part = 'title'
			AND t.lang = 'en'), o.code), o.position
	FROM domain o WHERE o.framework = $framework
) d
LEFT JOIN domain_regional r ON r.framework = $framework AND r.period = $period AND r.domain = d.code
ORDER BY d.position

-- name: overview_scores
SELECT domain, participant, score, n_scored, n_possible, change, change_from
FROM domain_score
WHERE framework = $framework AND period = $period

-- name: overview_trend
SELECT domain, period, mean, status, basis
FROM domain_regional
WHERE framework = $framework
ORDER BY period

-- name: overview_coverage
SELECT e.participant,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = e.participant AND t.part = 'title'
			AND t.lang = 'en'), e.participant) AS title,
	c.n_reported, c.n_not_available, c.n_not_applicable, c.n_expected
FROM expected e
LEFT JOIN coverage c ON c.framework = e.framework AND c.period = e.period AND c.participant = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title

-- What is not there for a participant that reported some of it; status is NULL where this audience sees no answer.
-- name: overview_gaps
SELECT c.participant, q.indicator, a.status
FROM coverage c
JOIN questionnaire q ON q.framework = c.framework AND q.period = c.period
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = c.participant
WHERE c.framework = $framework AND c.period = $period AND c.n_reported > 0 AND c.n_reported < c.n_expected
	AND (a.status IS NULL OR a.status <> 'reported' OR a.suppressed = 1)
ORDER BY COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = c.participant AND t.part = 'title'
			AND t.lang = 'en'), c.participant),
	a.status IS NULL, a.status, q.indicator

-- Figures of this period that hold values this audience may not see.
-- name: overview_hidden
SELECT COUNT(*) FROM questionnaire q
JOIN regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period
WHERE q.framework = $framework AND q.period = $period AND r.n_hidden > 0

-- Whom the period expected, with the number by which maps know them, and their overall score.
-- name: overview_map
SELECT p.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code) AS title,
	p.m49, s.score
FROM expected e
JOIN participant p ON p.code = e.participant
LEFT JOIN domain_score s ON s.framework = e.framework AND s.period = e.period AND s.domain = '' AND s.participant = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title
