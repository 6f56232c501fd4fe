-- name: import_participants
SELECT p.code,
	CASE WHEN p.status = 'member' AND p.valid_from <= $today AND (p.valid_to IS NULL OR p.valid_to >= $today) THEN 1 ELSE 0 END,
	COUNT(*) OVER ()
FROM participant p ORDER BY p.code
-- name: import_indicators
SELECT i.code, v.id, v.type, v.levels,
	(SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id),
	v.per, v.first_period, v.last_period, COUNT(*) OVER ()
FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.current = 1
WHERE i.framework = $framework AND i.retired_at IS NULL
ORDER BY i.code
-- name: import_round_insert
INSERT INTO round (framework, period, opens_on, due_on, closes_on, origin, created_by, created_at)
VALUES ($framework, $period, $first, $last, $last, 'import', $created_by, $at)
-- name: import_answer_find
SELECT a.id, a.revision, a.state, a.released_revision, a.released_audience,
	r.status, r.value, r.numerator, r.denominator, r.note, r.source
FROM answer a JOIN answer_revision r ON r.answer = a.id AND r.number = a.revision
WHERE a.round = $round AND a.participant = $participant AND a.indicator_version = $version
-- name: import_answer_insert
INSERT INTO answer (round, participant, indicator_version, state, audience, revision, released_revision, released_audience)
VALUES ($round, $participant, $version, 'accepted', $audience, 1, 1, $audience)
-- name: import_answer_update
UPDATE answer SET state = 'accepted', audience = $audience, revision = $revision, released_revision = $revision,
	released_audience = $audience
WHERE id = $answer
-- name: import_revision_insert
INSERT INTO answer_revision (answer, number, status, value, numerator, denominator, reason, source, note, author, at)
VALUES ($answer, $number, $status, $value, $numerator, $denominator, $reason, $source, $note, $author, $at)
-- name: import_release_insert
INSERT INTO release (round, number, released_by, released_at)
SELECT $round, COALESCE(MAX(l.number), 0) + 1, $released_by, $at FROM release l WHERE l.round = $round
-- name: import_release_answer
INSERT INTO release_answer (release, answer, revision, audience) VALUES ($release, $answer, $revision, $audience)
