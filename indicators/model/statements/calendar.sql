-- name: calendar_feed_set
INSERT INTO calendar_feed (participant, token_hash, made_by, made_at) VALUES ($participant, $token_hash, $made_by, $now)
ON CONFLICT (participant) DO UPDATE SET token_hash = $token_hash, made_by = $made_by, made_at = $now
-- name: calendar_feed_find
SELECT participant FROM calendar_feed WHERE token_hash = $token_hash
-- Participants whose calendar's address a person may make, with the one that holds now.
-- name: calendar_feed_mine
SELECT DISTINCT g.participant, COALESCE(
		(SELECT t.title FROM participant_text t WHERE t.participant = g.participant AND t.lang = $lang),
		(SELECT t.title FROM participant_text t WHERE t.participant = g.participant AND t.lang = 'en'),
		g.participant),
	f.made_at, maker.name
FROM role_grant g
JOIN person p ON p.id = g.person AND p.deactivated_at IS NULL
LEFT JOIN calendar_feed f ON f.participant = g.participant
LEFT JOIN person maker ON maker.id = f.made_by
WHERE g.person = $person AND g.role IN ('focal_point', 'clearing_officer') AND g.starts_on <= $today
	AND (g.ends_on IS NULL OR g.ends_on >= $today)
ORDER BY g.participant
-- The rounds a participant is expected in, with how often and when their dates were changed last.
-- name: calendar_rounds
SELECT r.id, COALESCE(
		(SELECT t.text FROM framework_text t WHERE t.framework = r.framework AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM framework_text t WHERE t.framework = r.framework AND t.part = 'title' AND t.lang = 'en'),
		r.framework),
	r.period, r.opens_on, r.due_on, r.closes_on, rp.extended_to, r.created_at,
	(SELECT COUNT(*) FROM audit_log l WHERE l.object IN (r.framework || '/' || r.period, r.framework || '/' || r.period || '/' || rp.participant)
		AND l.action IN ('round.extend', 'round.dates', 'round.close')),
	(SELECT MAX(l.at) FROM audit_log l WHERE l.object IN (r.framework || '/' || r.period, r.framework || '/' || r.period || '/' || rp.participant)
		AND l.action IN ('round.extend', 'round.dates', 'round.close'))
FROM round r JOIN round_participant rp ON rp.round = r.id
WHERE rp.participant = $participant AND r.origin = 'round'
ORDER BY r.opens_on, r.id
-- name: calendar_title
SELECT t.title FROM participant_text t WHERE t.participant = $participant AND t.lang IN ($lang, 'en')
ORDER BY CASE WHEN t.lang = $lang THEN 0 ELSE 1 END LIMIT 1
