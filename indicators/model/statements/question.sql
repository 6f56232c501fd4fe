-- name: question_row
SELECT v.id, v.type, v.unit, v.direction, v.levels, v.per, v.domain,
	COALESCE(
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM domain_text t WHERE t.framework = i.framework AND t.domain = v.domain AND t.part = 'title' AND t.lang = 'en'),
		v.domain),
	i.code
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE ri.round = $round AND i.code = $code
-- name: question_texts
SELECT t.part, t.text FROM indicator_text t
WHERE t.indicator_version = $version AND (t.lang = $lang OR (t.lang = 'en' AND NOT EXISTS (
	SELECT 1 FROM indicator_text o WHERE o.indicator_version = t.indicator_version AND o.part = t.part AND o.lang = $lang)))
-- name: question_items
SELECT code, group_code FROM indicator_item WHERE indicator_version = $version ORDER BY position
-- name: question_order
SELECT i.code
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE ri.round = $round
ORDER BY d.position, v.position, i.code
