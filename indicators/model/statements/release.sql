-- name: release_insert
INSERT INTO release (round, number, note, released_by, released_at)
VALUES ($round, $number, $note, $released_by, $released_at)
-- name: release_take_answers
INSERT INTO release_answer (release, answer, revision, audience)
SELECT $release, a.id, a.revision, a.audience FROM answer a
WHERE a.round = $round AND a.state = 'accepted'
	AND (a.released_revision IS NULL OR a.released_revision <> a.revision OR a.released_audience <> a.audience)
-- name: release_mark_answers
UPDATE answer SET released_revision = revision, released_audience = audience
WHERE round = $round AND state = 'accepted'
-- name: release_rows
SELECT l.number, (SELECT COUNT(*) FROM release_answer ra WHERE ra.release = l.id), l.note, p.name, l.released_at
FROM release l LEFT JOIN person p ON p.id = l.released_by
WHERE l.round = $round ORDER BY l.number DESC
