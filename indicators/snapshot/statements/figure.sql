-- Charts at addresses of their own. The pages' statements serve where they fit; these read what stands through time, with what is absent.

-- Who was expected to answer an indicator in each period, and what this audience sees of it.
-- name: figure_answers
SELECT e.participant, q.period, q.version, a.status, a.suppressed, a.value, a.score, a.carried_from
FROM questionnaire q
JOIN expected e ON e.framework = q.framework AND e.period = q.period
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = e.participant
WHERE q.framework = $framework AND q.indicator = $indicator
ORDER BY e.participant, q.period

-- A domain ('': all together) through time: own score of everybody who was expected, and the region's spread.
-- name: figure_domain
SELECT e.participant, r.period, s.score, s.n_scored, s.n_possible, r.median, r.min, r.max, r.basis
FROM domain_regional r
JOIN expected e ON e.framework = r.framework AND e.period = r.period
LEFT JOIN domain_score s ON s.framework = r.framework AND s.period = r.period AND s.domain = r.domain AND s.participant = e.participant
WHERE r.framework = $framework AND r.domain = $domain
ORDER BY e.participant, r.period

-- name: figure_series_list
SELECT s.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = 'en'), s.code) AS title
FROM series s
ORDER BY s.code
