-- The SDG catalogue: goals, targets, series, dimensions, names. "facts" as in catalogue.sql.

-- name: sdg_facts
SELECT 'row.goal' AS kind, code AS key, '' AS lang, NULL AS value, CAST(position AS REAL) AS number FROM sdg_goal
UNION ALL SELECT 'row.target', goal || '/' || code, '', NULL, CAST(position AS REAL) FROM sdg_target
UNION ALL SELECT 'series.indicator', code, '', indicator, NULL FROM series
UNION ALL SELECT 'series.target', code, '', target, NULL FROM series
UNION ALL SELECT 'series.unit', code, '', unit, NULL FROM series
UNION ALL SELECT 'series.direction', code, '', direction, NULL FROM series
UNION ALL SELECT 'series.goal_value', code, '', NULL, goal_value FROM series WHERE goal_value IS NOT NULL
UNION ALL SELECT 'series.goal_year', code, '', NULL, CAST(goal_year AS REAL) FROM series
UNION ALL SELECT 'series.natural_limit', code, '', NULL, natural_limit FROM series WHERE natural_limit IS NOT NULL
UNION ALL SELECT 'series.base_year', code, '', NULL, CAST(base_year AS REAL) FROM series
UNION ALL SELECT 'series.superseded_by', code, '', superseded_by, NULL FROM series WHERE superseded_by IS NOT NULL
UNION ALL SELECT CASE is_total WHEN 1 THEN 'row.total' ELSE 'row.code' END, dimension || '=' || code, '', NULL,
	CAST(position AS REAL) FROM dimension_code
UNION ALL SELECT kind, code, lang, text, NULL FROM label

-- name: label_delete_all
DELETE FROM label
-- name: dimension_code_delete_all
DELETE FROM dimension_code
-- name: series_delete_all
DELETE FROM series
-- name: sdg_target_delete_all
DELETE FROM sdg_target
-- name: sdg_goal_delete_all
DELETE FROM sdg_goal

-- name: label_insert
INSERT INTO label (kind, code, lang, text) VALUES ($kind, $code, $lang, $text)
-- name: sdg_goal_insert
INSERT INTO sdg_goal (code, position) VALUES ($code, $position)
-- name: sdg_target_insert
INSERT INTO sdg_target (code, goal, position) VALUES ($code, $goal, $position)
-- name: series_insert
INSERT INTO series (code, indicator, target, unit, direction, goal_value, goal_year, natural_limit, base_year, superseded_by)
VALUES ($code, $indicator, $target, $unit, $direction, $goal_value, $goal_year, $natural_limit, $base_year, $superseded_by)
-- name: dimension_code_insert
INSERT INTO dimension_code (dimension, code, position, is_total) VALUES ($dimension, $code, $position, $is_total)

-- name: sdg_missing_target
SELECT i.framework, i.code, s.target
FROM indicator_sdg AS s
	JOIN indicator_version AS v ON v.id = s.indicator_version AND v.current = 1
	JOIN indicator AS i ON i.id = v.indicator
WHERE NOT EXISTS (SELECT 1 FROM sdg_target AS t WHERE t.code = s.target)
ORDER BY i.framework, i.code
LIMIT 1
