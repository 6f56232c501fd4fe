-- name: people_rows
SELECT p.id, p.email, p.name, p.lang, p.password_hash IS NOT NULL, p.deactivated_at, p.signed_in_at, i.created_at, i.expires_at, i.used_at,
	f.on_since
FROM person p LEFT JOIN second_factor f ON f.person = p.id LEFT JOIN invitation i ON i.person = p.id AND NOT EXISTS (
	SELECT 1 FROM invitation n WHERE n.person = p.id AND (n.created_at > i.created_at OR (n.created_at = i.created_at AND n.token_hash > i.token_hash)))
WHERE $person = 0 OR p.id = $person ORDER BY p.name, p.id
-- name: people_grants
SELECT person, id, role, participant, starts_on, ends_on FROM role_grant
WHERE (ends_on IS NULL OR ends_on >= $today) AND ($person = 0 OR person = $person)
ORDER BY person, CASE WHEN starts_on <= $today THEN 0 ELSE 1 END, starts_on, id
