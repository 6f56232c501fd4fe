-- name: message_rows
SELECT m.id, m.text, p.name, m.from_secretariat, m.at
FROM answer_message m JOIN person p ON p.id = m.author
WHERE m.answer = $answer ORDER BY m.id
-- name: message_last
SELECT m.text, m.author, m.from_secretariat,
	(SELECT COUNT(*) FROM answer_message c WHERE c.answer = m.answer)
FROM answer_message m WHERE m.answer = $answer ORDER BY m.id DESC LIMIT 1
-- name: message_insert
INSERT INTO answer_message (answer, text, author, from_secretariat, at) VALUES ($answer, $text, $author, $from_secretariat, $at)
-- Answers whose last message is from that side: the other one is asked.
-- name: message_waiting
SELECT i.code, p.name, m.at
FROM answer a
JOIN answer_message m ON m.id = (SELECT MAX(x.id) FROM answer_message x WHERE x.answer = a.id)
JOIN person p ON p.id = m.author
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE a.round = $round AND a.participant = $participant AND m.from_secretariat = $from_secretariat
ORDER BY d.position, v.position, i.code
