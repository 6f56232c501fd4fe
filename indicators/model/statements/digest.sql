-- People for whom something may wait: active, with a password, and with a role today that has work; and those to whom a digest waits to be sent.
-- name: digest_people
SELECT p.id, p.email, p.name, p.lang FROM person p
WHERE p.deactivated_at IS NULL AND p.password_hash IS NOT NULL AND (
	EXISTS (SELECT 1 FROM role_grant g WHERE g.person = p.id AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today)
		AND g.role IN ('focal_point', 'deputy', 'clearing_officer', 'secretariat'))
	OR EXISTS (SELECT 1 FROM mail m WHERE m.person = p.id AND m.kind <> 'invitation' AND m.sent_at IS NULL AND m.given_up_at IS NULL))
ORDER BY p.id
-- Answers in a state, each with the number of the event that brought it there.
-- name: digest_answers
SELECT (SELECT MAX(e.id) FROM answer_event e WHERE e.answer = a.id AND e.state = a.state AND e.event <> 'saved')
FROM answer a WHERE a.round = $round AND a.participant = $participant AND a.state = $state
-- Answers whose newest message is of the one side, and not yet settled by acceptance.
-- name: digest_messages
SELECT m.id, i.code FROM answer_message m
JOIN answer a ON a.id = m.answer
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE a.round = $round AND a.participant = $participant AND m.from_secretariat = $from_secretariat AND a.state <> 'accepted'
	AND m.id = (SELECT MAX(x.id) FROM answer_message x WHERE x.answer = m.answer)
ORDER BY m.id
-- Where the secretariat may have something to look at.
-- name: digest_review
SELECT DISTINCT a.round, a.participant FROM answer a JOIN round r ON r.id = a.round
WHERE r.origin = 'round' AND (a.state = 'cleared' OR EXISTS (
	SELECT 1 FROM answer_message m WHERE m.answer = a.id AND m.from_secretariat = 0
		AND m.id = (SELECT MAX(x.id) FROM answer_message x WHERE x.answer = a.id)))
ORDER BY a.round, a.participant
