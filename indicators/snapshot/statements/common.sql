-- What more than one page asks. $lang is the reader's language; a text that has no translation comes in English.

-- name: framework_list
SELECT f.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = 'en'), f.code) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'description'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'description'
			AND t.lang = 'en')) AS description,
	(SELECT COUNT(*) FROM indicator i WHERE i.framework = f.code AND i.current = 1) AS n_indicators,
	(SELECT COUNT(*) FROM domain d WHERE d.framework = f.code) AS n_domains,
	(SELECT COUNT(*) FROM period p WHERE p.framework = f.code) AS n_periods,
	(SELECT MIN(p.period) FROM period p WHERE p.framework = f.code) AS first_period,
	(SELECT MAX(p.period) FROM period p WHERE p.framework = f.code) AS last_period,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = 'en')) AS source
FROM framework f
ORDER BY f.position

-- name: framework_one
SELECT f.code, f.minimum_reporting, f.carry_forward,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'title'
			AND t.lang = 'en'), f.code) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'framework' AND t.code = f.code AND t.part = 'source'
			AND t.lang = 'en')) AS source,
	(SELECT COUNT(*) FROM regional r WHERE r.framework = f.code AND r.n_hidden > 0) AS n_hidden
FROM framework f
WHERE f.code = $framework

-- name: text_one
SELECT t.text FROM text t
WHERE t.kind = $kind AND t.code = $code AND t.part = $part AND t.lang IN ($lang, 'en')
ORDER BY (t.lang = $lang) DESC LIMIT 1

-- All parts of one thing; the reader's language stands before English.
-- name: text_parts
SELECT t.part, t.text FROM text t
WHERE t.kind = $kind AND t.code = $code AND t.lang IN ($lang, 'en')
ORDER BY t.part, (t.lang = $lang) DESC

-- name: period_list
SELECT period, release, released_at, n_expected, basis FROM period WHERE framework = $framework ORDER BY period

-- Alphabetical in the reader's language: never by result.
-- name: participant_list
SELECT p.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code) AS title,
	p.status
FROM participant p
ORDER BY title

-- name: participant_expected
SELECT p.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
			AND t.lang = 'en'), p.code) AS title
FROM expected e
JOIN participant p ON p.code = e.participant
WHERE e.framework = $framework AND e.period = $period
ORDER BY title

-- name: domain_list
SELECT d.code,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part = 'title'
			AND t.lang = 'en'), d.code) AS title
FROM domain d
WHERE d.framework = $framework
ORDER BY d.position

-- name: dimension_totals
SELECT dimension, code, is_total FROM dimension_code ORDER BY dimension, position

-- name: dimension_texts
SELECT t.code, t.text FROM text t
WHERE t.kind = 'dimension_code' AND t.part = 'title' AND t.lang IN ($lang, 'en')
ORDER BY t.code, (t.lang = $lang) DESC
