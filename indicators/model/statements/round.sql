-- name: round_rows
SELECT r.id, r.framework, r.period, r.opens_on, r.due_on, r.closes_on, r.origin,
	COALESCE(
		(SELECT t.text FROM framework_text t WHERE t.framework = r.framework AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM framework_text t WHERE t.framework = r.framework AND t.part = 'title' AND t.lang = 'en'),
		r.framework),
	(SELECT COUNT(*) FROM round_indicator ri WHERE ri.round = r.id),
	(SELECT COUNT(*) FROM round_participant rp WHERE rp.round = r.id),
	(SELECT COUNT(*) FROM release l WHERE l.round = r.id),
	(SELECT MAX(l.released_at) FROM release l WHERE l.round = r.id)
FROM round r
WHERE ($id = 0 OR r.id = $id)
ORDER BY r.period DESC, r.framework
-- name: round_states
SELECT a.round, a.state, COUNT(*),
	SUM(CASE WHEN a.state = 'accepted' AND (a.released_revision IS NULL OR a.released_revision <> a.revision
		OR a.released_audience <> a.audience) THEN 1 ELSE 0 END)
FROM answer a
WHERE ($id = 0 OR a.round = $id)
GROUP BY a.round, a.state
-- name: round_seat_rows
SELECT rp.participant,
	COALESCE(
		(SELECT t.title FROM participant_text t WHERE t.participant = rp.participant AND t.lang = $lang),
		(SELECT t.title FROM participant_text t WHERE t.participant = rp.participant AND t.lang = 'en'),
		rp.participant),
	rp.extended_to, rp.extension_reason
FROM round_participant rp
WHERE rp.round = $round AND ($participant = '' OR rp.participant = $participant)
ORDER BY rp.participant
-- name: round_seat_states
SELECT a.participant, a.state, COUNT(*) FROM answer a
JOIN round_indicator ri ON ri.round = a.round AND ri.indicator_version = a.indicator_version
WHERE a.round = $round AND ($participant = '' OR a.participant = $participant)
GROUP BY a.participant, a.state
-- name: round_task_rows
SELECT r.id, rp.participant
FROM round r JOIN round_participant rp ON rp.round = r.id
WHERE r.origin = 'round' AND EXISTS (
	SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person
	WHERE g.person = $person AND g.participant = rp.participant AND p.deactivated_at IS NULL
		AND g.role IN ('focal_point', 'deputy', 'clearing_officer', 'observer')
		AND g.starts_on <= $today AND (g.ends_on IS NULL OR g.ends_on >= $today))
ORDER BY r.closes_on < $today, r.due_on, r.framework, rp.participant
-- name: round_insert
INSERT INTO round (framework, period, opens_on, due_on, closes_on, origin, created_by, created_at)
VALUES ($framework, $period, $opens_on, $due_on, $closes_on, 'round', $created_by, $created_at)
-- name: round_exists
SELECT id, origin FROM round WHERE framework = $framework AND period = $period
-- name: round_framework_exists
SELECT 1 FROM framework WHERE code = $framework
-- name: round_indicator_find
SELECT v.id, i.retired_at, v.first_period, v.last_period
FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.current = 1
WHERE i.framework = $framework AND i.code = $code
-- name: round_indicator_add
INSERT INTO round_indicator (round, indicator_version) VALUES ($round, $version) ON CONFLICT DO NOTHING
-- name: round_participant_find
SELECT 1 FROM participant WHERE code = $code
-- name: round_participant_add
INSERT INTO round_participant (round, participant) VALUES ($round, $participant) ON CONFLICT DO NOTHING
-- name: round_extend
UPDATE round_participant SET extended_to = $extended_to, extension_reason = $reason
WHERE round = $round AND participant = $participant
-- name: round_set_dates
UPDATE round SET opens_on = $opens_on, due_on = $due_on, closes_on = $closes_on WHERE id = $round
-- name: round_end_extensions
UPDATE round_participant SET extended_to = $last WHERE round = $round AND extended_to > $last
-- name: round_last_day
SELECT COALESCE(MAX(p.extended_to), '') FROM round_participant p WHERE p.round = $round
-- name: round_participant_answers
SELECT COUNT(*) FROM answer WHERE round = $round AND participant = $participant
-- name: round_participant_remove
DELETE FROM round_participant WHERE round = $round AND participant = $participant
-- name: round_asked
SELECT i.code FROM round_indicator ri JOIN indicator_version v ON v.id = ri.indicator_version JOIN indicator i ON i.id = v.indicator
WHERE ri.round = $round
-- name: round_expected
SELECT participant FROM round_participant WHERE round = $round
-- name: round_frameworks
SELECT f.code, COALESCE(
	(SELECT t.text FROM framework_text t WHERE t.framework = f.code AND t.part = 'title' AND t.lang = $lang),
	(SELECT t.text FROM framework_text t WHERE t.framework = f.code AND t.part = 'title' AND t.lang = 'en'),
	f.code)
FROM framework f ORDER BY f.position, f.code
-- name: round_indicators_in_force
SELECT i.code, COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	COALESCE(
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = 'en'),
		v.domain),
	v.first_period, v.last_period
FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.current = 1
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE i.framework = $framework AND i.retired_at IS NULL
ORDER BY d.position, v.position, i.code
-- name: round_participants_valid
SELECT p.code, COALESCE(
		(SELECT t.title FROM participant_text t WHERE t.participant = p.code AND t.lang = $lang),
		(SELECT t.title FROM participant_text t WHERE t.participant = p.code AND t.lang = 'en'),
		p.code),
	p.status
FROM participant p
WHERE p.status <> 'former' AND p.valid_from <= $today AND (p.valid_to IS NULL OR p.valid_to >= $today)
ORDER BY p.code
-- name: round_domains
SELECT v.domain, COALESCE(
		(SELECT t.text FROM domain_text t WHERE t.framework = d.framework AND t.domain = d.code AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM domain_text t WHERE t.framework = d.framework AND t.domain = d.code AND t.part = 'title' AND t.lang = 'en'),
		d.code),
	COUNT(*)
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE ri.round = $round
GROUP BY d.position, v.domain, d.framework, d.code
ORDER BY d.position, d.code
-- name: round_domain_states
SELECT a.participant, v.domain, a.state, COUNT(*)
FROM answer a
JOIN round_indicator ri ON ri.round = a.round AND ri.indicator_version = a.indicator_version
JOIN indicator_version v ON v.id = a.indicator_version
WHERE a.round = $round
GROUP BY a.participant, v.domain, a.state
-- name: round_lines
SELECT i.code, COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.type, v.domain,
	COALESCE(
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = 'en'),
		v.domain),
	a.state, a.revision, a.released_revision, a.released_audience, a.audience, ar.status, e.reason, p.name, e.at,
	v.unit, v.levels, (SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id),
	(SELECT COUNT(*) FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'numerator' AND t.lang = 'en'),
	ar.value, ar.numerator, ar.denominator,
	CASE WHEN v.type = 'ladder' THEN COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(ar.value AS INTEGER) AS TEXT)
			AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'level.' || CAST(CAST(ar.value AS INTEGER) AS TEXT)
			AND t.lang = 'en')) END,
	CASE WHEN ar.explanation <> '' THEN 1 ELSE 0 END
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
LEFT JOIN answer a ON a.round = ri.round AND a.indicator_version = v.id AND a.participant = $participant
LEFT JOIN answer_revision ar ON ar.answer = a.id AND ar.number = a.revision
LEFT JOIN answer_event e ON e.id = (SELECT MAX(x.id) FROM answer_event x WHERE x.answer = a.id
	AND (a.state <> 'returned' OR x.event IN ('returned', 'reopened')))
LEFT JOIN person p ON p.id = e.actor
WHERE ri.round = $round
ORDER BY d.position, v.position, i.code
