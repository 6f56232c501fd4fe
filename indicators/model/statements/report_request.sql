-- Reports that were asked for.

-- Not when the same one waits already.
-- name: report_request_insert
INSERT INTO report_request (round, audience, lang, asked_by, asked_at)
SELECT $round, $audience, $lang, $asked_by, $asked_at
WHERE NOT EXISTS (SELECT 1 FROM report_request w WHERE w.round = $round AND w.audience = $audience AND w.lang = $lang
	AND w.begun_at IS NULL)

-- name: report_request_rows
SELECT r.id, r.audience, r.lang, p.name, r.asked_at, r.begun_at, r.ended_at, r.run, r.problem,
	(SELECT MAX(m.ended_at) FROM report_request m WHERE m.round = r.round AND m.audience = r.audience AND m.lang = r.lang
		AND m.ended_at IS NOT NULL AND m.problem IS NULL)
FROM report_request r
LEFT JOIN person p ON p.id = r.asked_by
WHERE r.round = $round AND r.id = (SELECT MAX(n.id) FROM report_request n WHERE n.round = r.round AND n.audience = r.audience
	AND n.lang = r.lang)
ORDER BY r.audience DESC, r.lang

-- name: report_request_waiting
SELECT COUNT(*) FROM report_request WHERE begun_at IS NULL

-- name: report_request_oldest
SELECT q.id, r.framework, r.period, q.audience, q.lang
FROM report_request q
JOIN round r ON r.id = q.round
WHERE q.begun_at IS NULL
ORDER BY q.id LIMIT 1

-- name: report_request_begin
UPDATE report_request SET begun_at = $begun_at WHERE id = $id

-- name: report_request_end
UPDATE report_request SET ended_at = $ended_at, run = $run, problem = $problem WHERE id = $id
