-- name: catalogue_entries
SELECT f.code, COALESCE(
		(SELECT t.text FROM framework_text t WHERE t.framework = f.code AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM framework_text t WHERE t.framework = f.code AND t.part = 'title' AND t.lang = 'en'),
		f.code),
	(SELECT MAX(w.version) FROM framework_version w WHERE w.framework = f.code),
	(SELECT MAX(w.loaded_at) FROM framework_version w WHERE w.framework = f.code),
	(SELECT COUNT(*) FROM indicator i WHERE i.framework = f.code AND i.retired_at IS NULL),
	(SELECT COUNT(*) FROM indicator i WHERE i.framework = f.code AND i.retired_at IS NOT NULL)
FROM framework f ORDER BY f.position, f.code
-- name: catalogue_redefinitions
SELECT i.framework, i.code, COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.version, v.loaded_at
FROM indicator_version v JOIN indicator i ON i.id = v.indicator
WHERE v.version > 1 ORDER BY v.loaded_at DESC, i.framework, i.code
-- name: catalogue_view
SELECT i.code, COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.domain, v.type, v.version, v.loaded_at, i.retired_at, i.retired_reason
FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.version = (SELECT MAX(n.version) FROM indicator_version n WHERE n.indicator = i.id)
	LEFT JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE i.framework = $framework ORDER BY CASE WHEN i.retired_at IS NULL THEN 0 ELSE 1 END, d.position, v.position, i.code
-- name: catalogue_versions
SELECT v.id, v.version, v.loaded_at, v.type, v.unit, v.direction, v.current
FROM indicator_version v JOIN indicator i ON i.id = v.indicator
WHERE i.framework = $framework AND i.code = $code ORDER BY v.version DESC
