-- name: handover_team
SELECT g.id, g.person, p.name, p.email, g.role, g.participant, g.starts_on, g.ends_on, p.password_hash IS NULL,
	COALESCE(
		(SELECT t.title FROM participant_text t WHERE t.participant = g.participant AND t.lang = $lang),
		(SELECT t.title FROM participant_text t WHERE t.participant = g.participant AND t.lang = 'en'),
		g.participant),
	former.name, next.name, next_grant.starts_on, former_grant.person
FROM role_grant g
JOIN person p ON p.id = g.person
LEFT JOIN handover came ON came.to_grant = g.id
LEFT JOIN role_grant former_grant ON former_grant.id = came.from_grant
LEFT JOIN person former ON former.id = former_grant.person
LEFT JOIN handover goes ON goes.from_grant = g.id
LEFT JOIN role_grant next_grant ON next_grant.id = goes.to_grant
LEFT JOIN person next ON next.id = next_grant.person
WHERE (g.participant = $participant OR $participant = '') AND (g.person = $person OR $person = 0)
	AND g.role IN ('focal_point', 'deputy', 'clearing_officer', 'observer')
	AND p.deactivated_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= $today)
ORDER BY g.participant, CASE g.role WHEN 'focal_point' THEN 1 WHEN 'deputy' THEN 2 WHEN 'clearing_officer' THEN 3 ELSE 4 END, g.starts_on, g.id
-- name: handover_title
SELECT COALESCE(
	(SELECT t.title FROM participant_text t WHERE t.participant = p.code AND t.lang = $lang),
	(SELECT t.title FROM participant_text t WHERE t.participant = p.code AND t.lang = 'en'),
	p.code)
FROM participant p WHERE p.code = $participant
-- name: handover_rights
SELECT g.role, g.ends_on FROM role_grant g JOIN person p ON p.id = g.person
WHERE g.person = $person AND g.participant = $participant AND g.role IN ('focal_point', 'clearing_officer') AND p.deactivated_at IS NULL
	AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today)
-- name: handover_grant
SELECT g.person, g.role, g.starts_on, g.ends_on, came.from_grant, came.former_end, next.name, next_grant.starts_on
FROM role_grant g
LEFT JOIN handover came ON came.to_grant = g.id
LEFT JOIN handover goes ON goes.from_grant = g.id
LEFT JOIN role_grant next_grant ON next_grant.id = goes.to_grant
LEFT JOIN person next ON next.id = next_grant.person
WHERE g.id = $grant AND g.participant = $participant
-- name: handover_holds
SELECT g.role, g.participant FROM role_grant g
WHERE g.person = $person AND g.participant IS NOT NULL
	AND (g.ends_on IS NULL OR g.ends_on >= $starts_on) AND ($ends_on = '' OR g.starts_on <= $ends_on)
-- name: handover_insert
INSERT INTO handover (to_grant, from_grant, former_end, made_by, made_at) VALUES ($to_grant, $from_grant, $former_end, $made_by, $now)
-- name: handover_delete
DELETE FROM handover WHERE to_grant = $grant
-- name: handover_grant_delete
DELETE FROM role_grant WHERE id = $grant AND starts_on > $today
-- name: handover_restore
UPDATE role_grant SET ends_on = $former_end WHERE id = $grant AND ends_on = $ends_on
