-- name: answer_place
SELECT r.framework, r.period, r.opens_on, r.due_on, r.closes_on, rp.extended_to, v.id, i.code,
	a.id, a.state, a.audience, a.revision, a.released_revision, a.released_audience
FROM round r
JOIN round_participant rp ON rp.round = r.id AND rp.participant = $participant
JOIN round_indicator ri ON ri.round = r.id
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator AND i.code = $indicator
LEFT JOIN answer a ON a.round = r.id AND a.participant = rp.participant AND a.indicator_version = v.id
WHERE r.id = $round
-- name: answer_revision_row
SELECT ar.status, ar.value, ar.numerator, ar.denominator, ar.reason, ar.narrative, ar.source, ar.note, ar.explanation, p.name, ar.at
FROM answer_revision ar LEFT JOIN person p ON p.id = ar.author
WHERE ar.answer = $answer AND ar.number = $number
-- name: answer_items
SELECT item FROM answer_item WHERE answer = $answer AND number = $number ORDER BY item
-- name: answer_cells
SELECT cell, value FROM answer_cell WHERE answer = $answer AND number = $number ORDER BY cell
-- name: answer_evidence
SELECT e.id, e.kind, e.text, e.shareable, p.name, e.added_at, f.hash, f.size, f.type
FROM evidence e LEFT JOIN person p ON p.id = e.added_by LEFT JOIN evidence_file f ON f.hash = e.file
WHERE e.answer = $answer AND e.removed_at IS NULL ORDER BY e.id
-- name: answer_events
SELECT e.revision, e.event, e.state, e.audience, e.reason, p.name, e.at
FROM answer_event e LEFT JOIN person p ON p.id = e.actor
WHERE e.answer = $answer ORDER BY e.id DESC
-- name: answer_last_round
SELECT a.id, a.revision, r.period, a.indicator_version
FROM answer a
JOIN round r ON r.id = a.round
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator_version here ON here.id = $version AND here.indicator = v.indicator
WHERE a.participant = $participant AND r.period < $period
ORDER BY r.period DESC LIMIT 1
-- name: answer_insert
INSERT INTO answer (round, participant, indicator_version, state, audience, revision)
VALUES ($round, $participant, $version, 'draft', NULL, 1)
-- name: answer_set
UPDATE answer SET state = $state, audience = $audience, revision = $revision WHERE id = $answer
-- name: answer_revision_insert
INSERT INTO answer_revision (answer, number, status, value, numerator, denominator, reason, narrative, source, note, explanation,
	author, at)
VALUES ($answer, $number, $status, $value, $numerator, $denominator, $reason, $narrative, $source, $note, $explanation,
	$author, $at)
-- name: answer_item_insert
INSERT INTO answer_item (answer, number, item) VALUES ($answer, $number, $item) ON CONFLICT DO NOTHING
-- name: answer_cell_insert
INSERT INTO answer_cell (answer, number, cell, value) VALUES ($answer, $number, $cell, $value)
-- The numbers that the same participant reports for another indicator in the same round; with $cleared only what is cleared.
-- name: answer_numbers
SELECT ar.value, ar.numerator, ar.denominator
FROM answer a
JOIN answer_revision ar ON ar.answer = a.id AND ar.number = a.revision
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE a.round = $round AND a.participant = $participant AND i.code = $indicator AND ar.status = 'reported'
	AND ($cleared = 0 OR a.state IN ('cleared', 'accepted'))
-- name: answer_evidence_insert
INSERT INTO evidence (answer, kind, text, file, shareable, added_by, added_at)
VALUES ($answer, $kind, $text, $file, $shareable, $added_by, $added_at)
-- name: answer_evidence_remove
UPDATE evidence SET removed_at = $removed_at WHERE answer = $answer AND id = $id AND removed_at IS NULL
-- name: answer_event_insert
INSERT INTO answer_event (answer, revision, event, state, audience, reason, actor, at)
VALUES ($answer, $revision, $event, $state, $audience, $reason, $actor, $at)
-- name: answer_cleared
SELECT i.code, a.revision
FROM answer a
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE a.round = $round AND a.participant = $participant AND a.state = 'cleared' ORDER BY i.code
