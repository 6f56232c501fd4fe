-- name: audit_last
SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1
-- name: audit_insert
INSERT INTO audit_log (id, at, actor, actor_name, action, object, detail, address, hash)
VALUES ($id, $at, $actor, $actor_name, $action, $object, $detail, $address, $hash)
-- name: audit_from
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log WHERE id >= $first ORDER BY id

-- What a search takes (audit_find.c), in whichever way it goes: the patterns are LIKE's, '%' where nothing is asked.
-- name: audit_find
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log
WHERE id < $before AND id >= $lowest AND at >= $from AND at < $until AND actor_name LIKE $who ESCAPE '!'
	AND action LIKE $action ESCAPE '!' AND (object = $object OR object LIKE $below ESCAPE '!') AND address LIKE $address ESCAPE '!'
ORDER BY id DESC LIMIT $most
-- name: audit_find_by_action
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log
WHERE action = $action AND id < $before AND id >= $lowest AND at >= $from AND at < $until AND actor_name LIKE $who ESCAPE '!'
	AND (object = $object OR object LIKE $below ESCAPE '!') AND address LIKE $address ESCAPE '!'
ORDER BY id DESC LIMIT $most
-- name: audit_find_by_actor
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log
WHERE actor_name = $who AND action = $action AND id < $before AND id >= $lowest AND at >= $from AND at < $until
	AND (object = $object OR object LIKE $below ESCAPE '!') AND address LIKE $address ESCAPE '!'
ORDER BY id DESC LIMIT $most
-- The plus signs and COALESCE keep the search on the index of objects, or of addresses: there are few rows of them.
-- name: audit_find_by_object
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log
WHERE object >= $beginning AND object < $beginning_end AND +id < $before AND +id >= $lowest AND COALESCE(at, '') >= $from AND COALESCE(at, '') < $until
	AND actor_name LIKE $who ESCAPE '!' AND action LIKE $action ESCAPE '!' AND address LIKE $address ESCAPE '!'
	AND (object = $object OR object LIKE $below ESCAPE '!')
ORDER BY +id DESC LIMIT $most
-- name: audit_find_by_address
SELECT id, at, actor, actor_name, action, object, detail, address, hash FROM audit_log
WHERE address >= $beginning AND address < $beginning_end AND +id < $before AND +id >= $lowest AND COALESCE(at, '') >= $from AND COALESCE(at, '') < $until
	AND actor_name LIKE $who ESCAPE '!' AND action LIKE $action ESCAPE '!' AND address LIKE $address ESCAPE '!'
	AND (object = $object OR object LIKE $below ESCAPE '!')
ORDER BY +id DESC LIMIT $most
-- name: audit_object_rows
SELECT COUNT(*) FROM (SELECT 1 FROM audit_log WHERE object >= $beginning AND object < $beginning_end LIMIT $most) AS some_rows
-- name: audit_address_rows
SELECT COUNT(*) FROM (SELECT 1 FROM audit_log WHERE address >= $beginning AND address < $beginning_end LIMIT $most) AS some_rows
-- name: audit_numbers
SELECT MIN(id), MAX(id) FROM audit_log WHERE at >= $from AND at < $until
-- name: audit_next_action
SELECT MIN(action) FROM audit_log WHERE action > $action
-- name: audit_next_actor
SELECT MIN(actor_name) FROM audit_log WHERE actor_name > $who
-- name: audit_hash_of
SELECT hash FROM audit_log WHERE id = $id
-- name: audit_check_put
INSERT INTO audit_check (only_row, at, rows, last_hash, whole) VALUES (1, $at, $rows, $last_hash, $whole)
ON CONFLICT (only_row) DO UPDATE SET at = excluded.at, rows = excluded.rows, last_hash = excluded.last_hash, whole = excluded.whole
-- name: audit_check_get
SELECT at, rows, last_hash, whole FROM audit_check
