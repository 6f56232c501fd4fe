-- name: mail_insert
INSERT INTO mail (person, kind, lang, subject, body, digest, round, participant, made_at, next_attempt_at)
VALUES ($person, $kind, $lang, $subject, $body, $digest, $round, $participant, $now, $now)
-- name: mail_renew
UPDATE mail SET kind = $kind, lang = $lang, subject = $subject, body = $body, digest = $digest, round = $round, participant = $participant
WHERE id = $mail
-- The next that is to be sent now: those never tried before those that failed.
-- name: mail_due
SELECT m.id, m.person, m.kind, m.lang, m.subject, m.body, m.made_at, m.attempts, m.next_attempt_at, m.last_error, m.sent_at, m.given_up_at,
	p.email, p.name, p.deactivated_at
FROM mail m JOIN person p ON p.id = m.person
WHERE m.next_attempt_at <= $now ORDER BY m.attempts, m.next_attempt_at, m.id LIMIT 1
-- name: mail_attempt
UPDATE mail SET attempts = attempts + 1, next_attempt_at = $next WHERE id = $mail
-- name: mail_sent
UPDATE mail SET sent_at = $now, next_attempt_at = NULL, last_error = NULL WHERE id = $mail
-- name: mail_failed
UPDATE mail SET last_error = $error WHERE id = $mail
-- name: mail_give_up
UPDATE mail SET last_error = $error, given_up_at = $now, next_attempt_at = NULL WHERE id = $mail
-- name: mail_retry
UPDATE mail SET attempts = 0, given_up_at = NULL, next_attempt_at = $now WHERE id = $mail AND given_up_at IS NOT NULL
-- state: '' for all, or sent, waiting, given_up
-- name: mail_rows
SELECT m.id, m.person, m.kind, m.lang, m.subject, m.body, m.made_at, m.attempts, m.next_attempt_at, m.last_error, m.sent_at, m.given_up_at,
	p.email, p.name, p.deactivated_at
FROM mail m JOIN person p ON p.id = m.person
WHERE ($state = '' OR $state = CASE WHEN m.sent_at IS NOT NULL THEN 'sent' WHEN m.given_up_at IS NOT NULL THEN 'given_up' ELSE 'waiting' END)
ORDER BY m.id DESC LIMIT $most OFFSET $skip
-- name: mail_counts
SELECT COUNT(*), SUM(CASE WHEN sent_at IS NOT NULL THEN 1 ELSE 0 END), SUM(CASE WHEN given_up_at IS NOT NULL THEN 1 ELSE 0 END) FROM mail
-- What a person was told: the digests, and which of them still waits.
-- name: mail_told
SELECT id, digest, sent_at IS NULL AND given_up_at IS NULL FROM mail WHERE person = $person AND kind IN ('digest', 'reminder')
-- name: mail_last_day
SELECT MAX(CASE WHEN sent_at > made_at THEN sent_at ELSE made_at END) FROM mail WHERE person = $person AND kind IN ('digest', 'reminder')
-- name: mail_waiting_invitation
SELECT id FROM mail WHERE person = $person AND kind = 'invitation' AND sent_at IS NULL AND given_up_at IS NULL
