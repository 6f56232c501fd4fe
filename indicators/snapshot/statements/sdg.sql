-- The SDG pages: official series beside what the governments say of themselves.

-- name: sdg_goals
SELECT g.code, t.text FROM sdg_goal g
JOIN text t ON t.kind = 'goal' AND t.code = g.code AND t.part = 'title' AND t.lang = $lang
ORDER BY g.position

-- name: sdg_targets
SELECT g.code, gt.text, t.code, tt.text,
	(SELECT COUNT(*) FROM series s WHERE s.target = t.code) AS n_series,
	(SELECT COUNT(*) FROM indicator_sdg i JOIN indicator n ON n.framework = i.framework AND n.code = i.code AND n.version = i.version
		WHERE i.framework = $framework AND i.target = t.code AND n.current = 1) AS n_indicators
FROM sdg_goal g
JOIN sdg_target t ON t.goal = g.code
LEFT JOIN text gt ON gt.kind = 'goal' AND gt.code = g.code AND gt.part = 'title' AND gt.lang = $lang
LEFT JOIN text tt ON tt.kind = 'target' AND tt.code = t.code AND tt.part = 'title' AND tt.lang = $lang
ORDER BY g.position, t.position

-- name: sdg_target_one
SELECT t.code, t.goal,
	COALESCE((SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = t.code AND x.part = 'title'
			AND x.lang = $lang),
		(SELECT x.text FROM text x WHERE x.kind = 'target' AND x.code = t.code AND x.part = 'title'
			AND x.lang = 'en'), t.code) AS title,
	COALESCE((SELECT x.text FROM text x WHERE x.kind = 'goal' AND x.code = t.goal AND x.part = 'title'
			AND x.lang = $lang),
		(SELECT x.text FROM text x WHERE x.kind = 'goal' AND x.code = t.goal AND x.part = 'title'
			AND x.lang = 'en')) AS goal_title
FROM sdg_target t
WHERE t.code = $target

-- The series of a target, or one of them; NULL: of all.
-- name: sdg_series
SELECT s.code, s.indicator, s.unit, s.direction, s.goal_value, s.goal_year, s.base_year, s.target,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'series' AND t.code = s.code AND t.part = 'title'
			AND t.lang = 'en'), s.code) AS title,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'unit' AND t.code = s.unit AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'unit' AND t.code = s.unit AND t.part = 'title'
			AND t.lang = 'en')) AS unit_title,
	s.natural_limit, s.superseded_by
FROM series s
WHERE ($target IS NULL OR s.target = $target) AND ($series IS NULL OR s.code = $series)
ORDER BY s.target, s.indicator, s.code

-- name: sdg_values
SELECT o.dims, o.participant, o.year, o.value, o.value_text, o.nature, v.label
FROM official o
JOIN vintage v ON v.id = o.vintage
WHERE o.series = $series
ORDER BY o.dims, o.participant, o.year

-- name: sdg_vintages
SELECT DISTINCT label FROM vintage ORDER BY label

-- How many values of its history each series of a target changed between the two newest vintages.
-- name: sdg_revision_counts
SELECT r.series, COUNT(*)
FROM official_revision r
JOIN series s ON s.code = r.series
WHERE s.target = $target
GROUP BY r.series

-- name: sdg_revisions
SELECT r.dims, r.participant, r.year, r.kind, r.old_text, r.new_text, o.label, n.label
FROM official_revision r
JOIN vintage o ON o.id = r.old_vintage
JOIN vintage n ON n.id = r.new_vintage
WHERE r.series = $series
ORDER BY r.dims, r.participant, r.year

-- How each participant stands by each series: the line that stands for it.
-- name: sdg_progress_list
SELECT s.target, s.code, p.dims, p.participant, p.direction, p.status, p.reason, p.un2023_class, p.current_year, o.value_text,
	p.base_year, p.base_value, p.current_value, p.target, p.target_year, p.method, p.progress, p.un2023_ratio, p.growth, p.growth_needed,
	p.natural_c, p.zero_base, p.zero_target, p.un2023_guard, p.difference, s.base_year, s.superseded_by
FROM series s
JOIN sdg_progress p ON p.series = s.code AND p.headline = 1
LEFT JOIN official o ON o.series = p.series AND o.dims = p.dims AND o.participant = p.participant AND o.year = p.current_year
ORDER BY s.target, s.indicator, s.code, p.participant

-- The judged series of a target together.
-- name: sdg_together_list
SELECT target, participant, status, score, n_judged, n_series FROM sdg_target_progress ORDER BY target, participant

-- Which indicators of a target have no score that counts, and why: status is NULL where this audience sees no answer. $period NULL: the
-- newest one; $target and $participant NULL: of all.
-- name: sdg_compliance_gaps
SELECT x.target, e.participant, q.indicator, a.status, a.suppressed
FROM questionnaire q
JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
JOIN indicator_sdg x ON x.framework = q.framework AND x.code = q.indicator AND x.version = q.version
JOIN expected e ON e.framework = q.framework AND e.period = q.period
LEFT JOIN answer a ON a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period AND a.participant = e.participant
WHERE q.framework = $framework AND q.period = COALESCE($period, (SELECT MAX(n.period) FROM sdg_compliance n WHERE n.framework = $framework))
	AND x.target = COALESCE($target, x.target) AND e.participant = COALESCE($participant, e.participant)
	AND i.type NOT IN ('count', 'rate') AND i.direction <> 'neutral' AND a.score IS NULL
ORDER BY x.target, e.participant, a.status IS NULL, a.status, d.position, i.position

-- $period NULL: the newest one.
-- name: sdg_compliance_list
SELECT c.target, c.period, c.participant, c.score, c.n_indicators, c.n_possible, c.status, c.n_needed
FROM sdg_compliance c
WHERE c.framework = $framework AND c.period = COALESCE($period, (SELECT MAX(n.period) FROM sdg_compliance n WHERE n.framework = $framework))
ORDER BY c.target, c.participant

-- name: sdg_compliance_of_target
SELECT c.period, c.participant, c.score, c.n_indicators, c.n_possible, c.status, c.n_needed
FROM sdg_compliance c
WHERE c.framework = $framework AND c.target = $target
ORDER BY c.period DESC, c.participant

-- name: sdg_indicators_of_target
SELECT i.code, i.type, i.direction,
	COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = $lang),
		(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part = 'title'
			AND t.lang = 'en'), i.code) AS title
FROM indicator_sdg s
JOIN indicator i ON i.framework = s.framework AND i.code = s.code AND i.version = s.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
WHERE s.framework = $framework AND s.target = $target AND i.current = 1
ORDER BY d.position, i.position

-- name: nature_texts
SELECT t.code, t.text FROM text t
WHERE t.kind = 'nature' AND t.part = 'title' AND t.lang IN ($lang, 'en')
ORDER BY t.code, (t.lang = $lang) DESC
