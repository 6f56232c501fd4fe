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
