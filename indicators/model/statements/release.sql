-- name: release_insert
INSERT INTO release (round, number, name, note, released_by, released_at)
VALUES ($round, $number, $name, $note, $released_by, $released_at)
-- name: release_take_answers
INSERT INTO release_answer (release, answer, revision, audience)
SELECT $release, a.id, a.revision, a.audience FROM answer a
WHERE a.round = $round AND a.state = 'accepted'
	AND (a.released_revision IS NULL OR a.released_revision <> a.revision OR a.released_audience <> a.audience)
-- name: release_mark_answers
UPDATE answer SET released_revision = revision, released_audience = audience
WHERE round = $round AND state = 'accepted'
-- name: release_rows
SELECT l.number, (SELECT COUNT(*) FROM release_answer ra WHERE ra.release = l.id), l.note, p.name, l.released_at, l.name
FROM release l LEFT JOIN person p ON p.id = l.released_by
WHERE l.round = $round ORDER BY l.number DESC
-- What release $number published, beside what the release before had published of it; without $number, what a release made now would.
-- name: release_changes
WITH change (answer, revision, audience, old_revision, old_audience) AS (
	SELECT a.id, a.revision, a.audience, a.released_revision, a.released_audience FROM answer a
	WHERE $number IS NULL AND a.round = $round AND a.state = 'accepted'
		AND (a.released_revision IS NULL OR a.released_revision <> a.revision OR a.released_audience <> a.audience)
	UNION ALL
	SELECT ra.answer, ra.revision, ra.audience, pa.revision, pa.audience
	FROM release l
	JOIN release_answer ra ON ra.release = l.id
	LEFT JOIN release_answer pa ON pa.answer = ra.answer AND pa.release = (SELECT p.id FROM release p JOIN release_answer x ON x.release = p.id
		WHERE p.round = l.round AND p.number < l.number AND x.answer = ra.answer ORDER BY p.number DESC LIMIT 1)
	WHERE l.round = $round AND l.number = $number
)
SELECT a.participant, COALESCE(
		(SELECT t.title FROM participant_text t WHERE t.participant = a.participant AND t.lang = $lang),
		(SELECT t.title FROM participant_text t WHERE t.participant = a.participant AND t.lang = 'en'),
		a.participant),
	i.code, COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.type, v.unit, (SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id),
	CASE WHEN v.type = 'ladder' THEN COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(o.value AS INTEGER) AS TEXT)
			AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(o.value AS INTEGER) AS TEXT)
			AND t.lang = 'en')) END,
	CASE WHEN v.type = 'ladder' THEN COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(n.value AS INTEGER) AS TEXT)
			AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(n.value AS INTEGER) AS TEXT)
			AND t.lang = 'en')) END,
	c.revision,
	o.status, o.value, o.numerator, o.denominator, o.note, c.old_audience,
	n.status, n.value, n.numerator, n.denominator, n.note, c.audience
FROM change c
JOIN answer a ON a.id = c.answer
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
JOIN answer_revision n ON n.answer = c.answer AND n.number = c.revision
LEFT JOIN answer_revision o ON o.answer = c.answer AND o.number = c.old_revision
ORDER BY a.participant, d.position, v.position, i.code
