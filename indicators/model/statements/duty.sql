-- name: duty_grants
SELECT g.role, g.participant FROM role_grant g JOIN person p ON p.id = g.person
WHERE g.person = $person AND p.deactivated_at IS NULL
	AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today)
