-- name: second_factor
SELECT key, made_at, on_since, last_step, wrong_in_a_row,
	(SELECT count(*) FROM recovery_code c WHERE c.person = f.person AND c.used_at IS NULL)
FROM second_factor f WHERE f.person = $person
-- name: second_factor_begin
INSERT INTO second_factor (person, key, made_at) VALUES ($person, $key, $now)
ON CONFLICT (person) DO UPDATE SET key = excluded.key, made_at = excluded.made_at, wrong_in_a_row = 0
WHERE second_factor.on_since IS NULL
-- name: second_factor_on
UPDATE second_factor SET on_since = $now, last_step = $step, wrong_in_a_row = 0 WHERE person = $person AND on_since IS NULL
-- name: second_factor_take
UPDATE second_factor SET last_step = $step, wrong_in_a_row = 0 WHERE person = $person AND last_step < $step
-- name: second_factor_wrong
UPDATE second_factor SET wrong_in_a_row = wrong_in_a_row + 1 WHERE person = $person
-- name: second_factor_right
UPDATE second_factor SET wrong_in_a_row = 0 WHERE person = $person
-- name: second_factor_delete
DELETE FROM second_factor WHERE person = $person
-- name: recovery_code_insert
INSERT INTO recovery_code (person, code_hash, made_at) VALUES ($person, $code_hash, $now)
-- name: recovery_code_use
UPDATE recovery_code SET used_at = $now WHERE person = $person AND code_hash = $code_hash AND used_at IS NULL
-- name: recovery_code_delete
DELETE FROM recovery_code WHERE person = $person
-- name: half_session_insert
INSERT INTO half_session (token_hash, person, expires_at) VALUES ($token_hash, $person, $expires_at)
-- name: half_session_person
SELECT h.person, p.email FROM half_session h JOIN person p ON p.id = h.person
WHERE h.token_hash = $token_hash AND h.expires_at > $now AND p.deactivated_at IS NULL
-- name: half_session_delete
DELETE FROM half_session WHERE person = $person
-- name: half_session_delete_stale
DELETE FROM half_session WHERE expires_at <= $now
