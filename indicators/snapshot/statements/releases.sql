-- Releases: what each published, and what it changed. What stood after release n: since <= n and until > n, or still.

-- name: release_list
SELECT period, number, name, note, released_at FROM release WHERE framework = $framework ORDER BY period DESC, number DESC

-- name: release_one
SELECT number, name, note, released_at FROM release WHERE framework = $framework AND period = $period AND number = $number

-- Regional figures after a release, each with what it replaced if it was this release that changed it.
-- name: release_figures
SELECT s.indicator, COALESCE(
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version
			AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version
			AND t.part = 'title' AND t.lang = 'en'), i.code),
	i.type, s.n_reporting, s.n_expected, s.mean, s.median, s.min, s.max, s.sum, s.status,
	b.status, b.mean, b.sum, b.n_reporting
FROM (
	SELECT q.framework, q.period, q.indicator, q.version, r.since, r.n_reporting, r.n_expected, r.mean, r.median, r.min, r.max, r.sum, r.status
	FROM questionnaire q
	JOIN regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND r.since <= $number
	UNION ALL
	SELECT q.framework, q.period, q.indicator, q.version, p.since, p.n_reporting, p.n_expected, p.mean, p.median, p.min, p.max, p.sum, p.status
	FROM questionnaire q
	JOIN regional_past p ON p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND p.since <= $number AND p.until > $number
) s
JOIN indicator i ON i.framework = s.framework AND i.code = s.indicator AND i.version = s.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN regional_past b ON b.framework = s.framework AND b.indicator = s.indicator AND b.period = s.period AND b.until = $number
	AND s.since = $number
ORDER BY d.position, i.position, s.indicator

-- Answers that a release published anew, as this audience may see them, each with what had stood before.
-- name: release_changes
SELECT s.indicator, s.participant, COALESCE(
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title' AND t.lang = 'en'),
		s.participant) AS title,
	i.type, s.status, s.value, s.reason, s.note, b.status, b.value, b.reason, b.note
FROM (
	SELECT q.framework, q.period, q.indicator, q.version, a.participant, a.status, a.value, a.reason, a.note
	FROM questionnaire q
	JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND a.since = $number
	UNION ALL
	SELECT q.framework, q.period, q.indicator, q.version, p.participant, p.status, p.value, p.reason, p.note
	FROM questionnaire q
	JOIN answer_past p ON p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period
	WHERE q.framework = $framework AND q.period = $period AND p.since = $number
) s
JOIN indicator i ON i.framework = s.framework AND i.code = s.indicator AND i.version = s.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN answer_past b ON b.framework = s.framework AND b.indicator = s.indicator AND b.period = s.period
	AND b.participant = s.participant AND b.until = $number
ORDER BY d.position, i.position, s.indicator, title

-- The releases of one figure: the first, and each that changed it or, for this audience, an answer in it.
-- name: explain_releases
SELECT l.number, l.name, l.released_at,
	CASE WHEN r.status IS NOT NULL THEN r.status ELSE p.status END,
	CASE WHEN r.status IS NOT NULL THEN r.mean ELSE p.mean END,
	CASE WHEN r.status IS NOT NULL THEN r.sum ELSE p.sum END,
	CASE WHEN r.status IS NOT NULL THEN r.n_reporting ELSE p.n_reporting END
FROM release l
LEFT JOIN regional r ON r.framework = $framework AND r.indicator = $indicator AND r.period = $period AND r.since <= l.number
LEFT JOIN regional_past p ON p.framework = $framework AND p.indicator = $indicator AND p.period = $period AND p.since <= l.number
	AND p.until > l.number
WHERE l.framework = $framework AND l.period = $period AND (l.number = 1 OR r.since = l.number OR p.since = l.number
	OR EXISTS (SELECT 1 FROM answer a WHERE a.framework = $framework AND a.indicator = $indicator AND a.period = $period AND a.since = l.number)
	OR EXISTS (SELECT 1 FROM answer_past a WHERE a.framework = $framework AND a.indicator = $indicator AND a.period = $period
		AND a.since = l.number))
ORDER BY l.number

-- What a later release changed of the answers in it.
-- name: explain_changes
SELECT COALESCE(
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title' AND t.lang = 'en'),
		s.participant) AS title,
	s.status, s.value, s.reason, s.note, b.status, b.value, b.reason, b.note
FROM (
	SELECT participant, since, status, value, reason, note FROM answer
	WHERE framework = $framework AND indicator = $indicator AND period = $period AND since = $number
	UNION ALL
	SELECT participant, since, status, value, reason, note FROM answer_past
	WHERE framework = $framework AND indicator = $indicator AND period = $period AND since = $number
) s
LEFT JOIN answer_past b ON b.framework = $framework AND b.indicator = $indicator AND b.period = $period
	AND b.participant = s.participant AND b.until = s.since
ORDER BY title
