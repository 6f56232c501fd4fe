-- name: person_insert
INSERT INTO person (email, name, lang, created_at) VALUES ($email, $name, $lang, $now)
-- name: person_by_email
SELECT id, email, name, lang, password_hash IS NOT NULL, deactivated_at FROM person WHERE email = $email
-- name: person_by_id
SELECT id, email, name, lang, password_hash IS NOT NULL, deactivated_at FROM person WHERE id = $person
-- name: person_all
SELECT id, email, name, lang, password_hash IS NOT NULL, deactivated_at FROM person ORDER BY name, id
-- name: person_set_lang
UPDATE person SET lang = $lang WHERE id = $person
-- name: person_signed_in
UPDATE person SET signed_in_at = $now WHERE id = $person
-- name: person_deactivate
UPDATE person SET deactivated_at = $now WHERE id = $person AND deactivated_at IS NULL
-- name: person_reactivate
UPDATE person SET deactivated_at = NULL WHERE id = $person AND deactivated_at IS NOT NULL
-- name: person_set_password
UPDATE person SET password_hash = $hash WHERE id = $person
-- name: person_password
SELECT id, password_hash FROM person WHERE email = $email AND deactivated_at IS NULL
-- name: person_participant_exists
SELECT 1 FROM participant WHERE code = $participant
-- name: role_grant_insert
INSERT INTO role_grant (person, role, participant, starts_on, ends_on, granted_by, granted_at)
VALUES ($person, $role, $participant, $starts_on, $ends_on, $granted_by, $now)
-- name: role_grant_by_id
SELECT person, role, participant, starts_on, ends_on FROM role_grant WHERE id = $grant
-- name: role_grant_end
UPDATE role_grant SET ends_on = $ends_on WHERE id = $grant
-- name: role_grants_of_person
SELECT id, role, participant, starts_on, ends_on FROM role_grant WHERE person = $person ORDER BY starts_on, id
-- name: role_grants_held
SELECT id, role, participant, starts_on, ends_on FROM role_grant
WHERE person = $person AND starts_on <= $today AND (ends_on IS NULL OR ends_on >= $today) ORDER BY starts_on, id
-- name: invitation_insert
INSERT INTO invitation (token_hash, person, created_by, created_at, expires_at) VALUES ($token_hash, $person, $created_by, $now, $expires_at)
-- name: invitation_revoke_others
UPDATE invitation SET expires_at = $now WHERE person = $person AND used_at IS NULL AND expires_at > $now
-- name: invitation_person
SELECT p.id, p.email, p.name, p.lang, p.password_hash IS NOT NULL, p.deactivated_at FROM invitation i JOIN person p ON p.id = i.person
WHERE i.token_hash = $token_hash AND i.used_at IS NULL AND i.expires_at > $now AND p.deactivated_at IS NULL
-- name: invitation_use
UPDATE invitation SET used_at = $now WHERE token_hash = $token_hash AND used_at IS NULL
