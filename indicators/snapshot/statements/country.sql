-- One participant: its own past beside the region's spread.

-- name: country_one
SELECT p.code, p.m49, p.status,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code) AS title
FROM participant p
WHERE p.code = $participant

-- Every period of every domain: own score and the region's.
-- name: country_domains
SELECT r.domain, r.period, s.score, s.n_scored, s.n_possible, s.change, s.change_from,
	r.mean, r.median, r.min, r.max, r.status, r.basis, r.q1, r.q3
FROM domain_regional r
LEFT JOIN domain_score s ON s.framework = r.framework AND s.period = r.period AND s.domain = r.domain AND s.participant = $participant
WHERE r.framework = $framework
ORDER BY r.period

-- name: country_answers
SELECT i.domain, q.indicator, q.version, i.type, i.unit, i.levels,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code) AS title,
	a.status, a.value, a.numerator, a.denominator, a.score, a.suppressed, a.carried_from, a.reason,
	r.status, r.mean, r.median, r.min, r.max, i.direction
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = $participant
LEFT JOIN regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period
WHERE q.framework = $framework AND q.period = $period
ORDER BY d.position, i.position, i.code

-- What a level asks for: its title and criteria, English after the language where both are there.
-- name: country_level
SELECT t.part, t.text, t.lang = 'en' AS fallback FROM text t
WHERE t.kind = 'indicator' AND t.code = $code AND t.part >= 'level.' || $level || '.' AND t.part < 'level.' || $level || '/'
	AND t.lang IN ($lang, 'en')
UNION ALL
SELECT t.part, t.text, t.lang = 'en' FROM text t
WHERE t.kind = 'indicator' AND t.code = $code AND t.part = 'level.' || $level AND t.lang IN ($lang, 'en')
ORDER BY 1, 3

-- name: country_coverage
SELECT e.period, c.n_reported, c.n_not_available, c.n_not_applicable, c.n_expected
FROM expected e
LEFT JOIN coverage c ON c.framework = e.framework AND c.period = e.period AND c.participant = e.participant
WHERE e.framework = $framework AND e.participant = $participant
ORDER BY e.period

-- The newest period in which each participant was asked, with its score over all domains.
-- name: country_cards
SELECT e.participant, e.period, s.score, s.n_scored, s.n_possible, s.change, s.change_from, c.n_reported, c.n_expected
FROM expected e
LEFT JOIN domain_score s ON s.framework = e.framework AND s.period = e.period AND s.domain = '' AND s.participant = e.participant
LEFT JOIN coverage c ON c.framework = e.framework AND c.period = e.period AND c.participant = e.participant
WHERE e.framework = $framework
	AND e.period = (SELECT MAX(n.period) FROM expected n WHERE n.framework = e.framework AND n.participant = e.participant)
