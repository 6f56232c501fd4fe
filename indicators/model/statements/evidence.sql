-- name: evidence_file_insert
INSERT INTO evidence_file (hash, size, type, stored_at) VALUES ($hash, $size, $type, $now) ON CONFLICT DO NOTHING
-- name: evidence_file_uses
SELECT count(*) FROM evidence WHERE file = $hash
-- name: evidence_file_delete
DELETE FROM evidence_file WHERE hash = $hash
-- name: upload_insert
INSERT INTO upload (id, person, round, participant, name, size, received, created_at)
VALUES ($id, $person, $round, $participant, $name, $size, $received, $now)
-- name: upload_by_id
SELECT name, size, received, person, round, participant FROM upload WHERE id = $id
-- name: upload_received
UPDATE upload SET received = $received WHERE id = $id
-- name: upload_delete
DELETE FROM upload WHERE id = $id
-- name: upload_surplus
SELECT id FROM upload WHERE person = $person ORDER BY created_at DESC, id LIMIT 100 OFFSET $most
-- name: upload_stale
SELECT id FROM upload WHERE created_at < $before LIMIT 1000
