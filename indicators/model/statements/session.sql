-- name: session_insert
INSERT INTO session (token_hash, person, created_at, seen_at, expires_at, address) VALUES ($token_hash, $person, $now, $now, $expires_at, $address)
-- name: session_by_token
SELECT s.person, p.email, p.name, p.lang, s.seen_at FROM session s JOIN person p ON p.id = s.person
WHERE s.token_hash = $token_hash AND s.expires_at > $now AND s.seen_at > $idle_since AND p.deactivated_at IS NULL
-- name: session_seen
UPDATE session SET seen_at = $now WHERE token_hash = $token_hash
-- name: session_delete
DELETE FROM session WHERE token_hash = $token_hash
-- name: session_delete_others
DELETE FROM session WHERE person = $person AND token_hash <> $token_hash
-- name: session_delete_of_person
DELETE FROM session WHERE token_hash = $token_hash AND person = $person
-- name: session_of_person
SELECT token_hash, created_at, seen_at, address FROM session
WHERE person = $person AND expires_at > $now AND seen_at > $idle_since ORDER BY created_at DESC, token_hash
-- name: session_delete_stale
DELETE FROM session WHERE expires_at <= $now OR seen_at <= $idle_since
-- name: sign_in_failures_by_email
SELECT count(*), min(at) FROM (SELECT at FROM sign_in_failure WHERE email = $email AND at > $since ORDER BY at DESC LIMIT $most)
-- name: sign_in_failures_by_address
SELECT count(*), min(at) FROM (SELECT at FROM sign_in_failure WHERE address = $address AND at > $since ORDER BY at DESC LIMIT $most)
-- name: sign_in_failure_insert
INSERT INTO sign_in_failure (email, address, at) VALUES ($email, $address, $now)
-- name: sign_in_failure_delete
DELETE FROM sign_in_failure WHERE id = $id
-- name: sign_in_failure_delete_stale
DELETE FROM sign_in_failure WHERE at <= $since
