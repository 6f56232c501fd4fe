-- name: audit_last
SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1
-- name: audit_insert
INSERT INTO audit_log (id, at, actor, actor_name, action, object, detail, address, hash)
VALUES ($id, $at, $actor, $actor_name, $action, $object, $detail, $address, $hash)
-- name: audit_all
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log ORDER BY id
-- name: audit_page
SELECT id, at, actor_name, action, object, detail, address FROM audit_log
ORDER BY id DESC LIMIT $most OFFSET $skip
