-- One line for each answer that a round asks for. What its government has not cleared gives no more than its state and when it came.
-- name: review_rows
SELECT rp.participant, i.code, v.id,
	COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.domain, v.type, v.levels, (SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id),
	a.state, a.revision, ar.status, ar.value, CASE WHEN ar.explanation <> '' THEN 1 ELSE 0 END,
	CASE WHEN ar.answer IS NOT NULL THEN
		(SELECT COUNT(*) FROM evidence e WHERE e.answer = a.id AND e.removed_at IS NULL) END,
	CASE WHEN ar.answer IS NOT NULL THEN
		(SELECT COUNT(*) FROM answer_cell c WHERE c.answer = a.id AND c.number = a.revision AND c.value > 0 AND c.value < $small) END,
	(SELECT MIN(e.at) FROM answer_event e WHERE e.answer = a.id AND e.event = 'submitted'),
	(SELECT m.from_secretariat FROM answer_message m WHERE m.answer = a.id ORDER BY m.id DESC LIMIT 1),
	(SELECT u.factor FROM indicator_rule u WHERE u.indicator_version = v.id AND u.kind = 'jump' AND u.part = 'value' ORDER BY u.position LIMIT 1),
	(SELECT u.above FROM indicator_rule u WHERE u.indicator_version = v.id AND u.kind = 'jump' AND u.part = 'value' ORDER BY u.position LIMIT 1),
	rp.extended_to
FROM round_participant rp
JOIN round_indicator ri ON ri.round = rp.round
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
LEFT JOIN answer a ON a.round = rp.round AND a.participant = rp.participant AND a.indicator_version = v.id
LEFT JOIN answer_revision ar ON ar.answer = a.id AND ar.number = a.revision AND a.state IN ('cleared', 'accepted')
WHERE rp.round = $round AND ($participant = '' OR rp.participant = $participant)
ORDER BY rp.participant, d.position, v.position, i.code
-- What was accepted or released of the rounds before, oldest first.
-- name: review_past
SELECT a.participant, a.indicator_version, ar.value, r.period
FROM round r
JOIN answer a ON a.round = r.id
JOIN answer_revision ar ON ar.answer = a.id
	AND ar.number = CASE WHEN a.state = 'accepted' THEN a.revision ELSE a.released_revision END
WHERE r.framework = $framework AND r.period < $period AND ($participant = '' OR a.participant = $participant)
	AND ar.status = 'reported' AND ar.value IS NOT NULL
ORDER BY r.period
-- What releases published of the other participants' answers to the same definition, newest period first.
-- name: review_others
SELECT r.period, ar.value
FROM answer a
JOIN round r ON r.id = a.round
JOIN answer_revision ar ON ar.answer = a.id AND ar.number = a.released_revision
WHERE a.indicator_version = $version AND a.participant <> $participant AND a.released_revision IS NOT NULL
	AND r.period <= $period AND ar.status = 'reported' AND ar.value IS NOT NULL
ORDER BY r.period DESC, a.participant
-- name: review_minimum
SELECT minimum_reporting FROM framework WHERE code = $framework
