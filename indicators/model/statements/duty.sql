-- name: duty_grants
SELECT g.role, g.participant FROM role_grant g JOIN person p ON p.id = g.person
WHERE g.person = $person AND p.deactivated_at IS NULL
	AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today)
-- name: duty_round
SELECT framework, period FROM round WHERE id = $round
-- name: duty_reviewers
SELECT p.name FROM person p
WHERE p.deactivated_at IS NULL
	AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person = p.id AND g.role = 'secretariat'
		AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today))
	AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person = p.id AND g.participant = $participant
		AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today))
ORDER BY p.name, p.id
