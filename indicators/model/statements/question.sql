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
-- name: question_dimensions
SELECT d.dimension,
	COALESCE(
		(SELECT t.text FROM framework_text t WHERE t.framework = d.framework AND t.part = 'dimension.' || d.dimension AND t.lang = $lang),
		(SELECT t.text FROM framework_text t WHERE t.framework = d.framework AND t.part = 'dimension.' || d.dimension AND t.lang = 'en'),
		d.dimension),
	c.category,
	COALESCE(
		(SELECT t.text FROM framework_text t
			WHERE t.framework = d.framework AND t.part = 'dimension.' || d.dimension || '.' || c.category AND t.lang = $lang),
		(SELECT t.text FROM framework_text t
			WHERE t.framework = d.framework AND t.part = 'dimension.' || d.dimension || '.' || c.category AND t.lang = 'en'),
		c.category)
FROM indicator_version v
JOIN indicator i ON i.id = v.indicator
JOIN indicator_disaggregation x ON x.indicator_version = v.id
JOIN framework_dimension d ON d.framework = i.framework AND d.dimension = x.dimension
JOIN framework_category c ON c.framework = d.framework AND c.dimension = d.dimension
WHERE v.id = $version
ORDER BY d.position, d.dimension, c.position, c.category
-- name: question_rules
SELECT r.position, r.kind, r.hard, r.part, r.lowest, r.highest, r.factor, r.above, r.other, r.other_part,
	COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = ov.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = ov.id AND t.part = 'title' AND t.lang = 'en'))
FROM indicator_rule r
JOIN indicator_version v ON v.id = r.indicator_version
JOIN indicator i ON i.id = v.indicator
LEFT JOIN indicator oi ON oi.framework = i.framework AND oi.code = r.other
LEFT JOIN indicator_version ov ON ov.indicator = oi.id AND ov.current = 1
WHERE r.indicator_version = $version
ORDER BY r.position
-- name: question_order
SELECT i.code
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE ri.round = $round
ORDER BY d.position, v.position, i.code
