-- Frameworks and their indicators. "facts" are rows kind, key, lang, value (a text) or number.

-- name: framework_facts
SELECT 'column' AS kind, 'position' AS key, '' AS lang, NULL AS value, CAST(position AS REAL) AS number
	FROM framework WHERE code = $framework
UNION ALL SELECT 'column', 'minimum_reporting', '', NULL, CAST(minimum_reporting AS REAL) FROM framework WHERE code = $framework
UNION ALL SELECT 'column', 'carry_forward', '', NULL, CAST(carry_forward AS REAL) FROM framework WHERE code = $framework
UNION ALL SELECT 'text', part, lang, text, NULL FROM framework_text WHERE framework = $framework
UNION ALL SELECT 'domain', code, '', NULL, CAST(position AS REAL) FROM domain WHERE framework = $framework AND position < 1000
UNION ALL SELECT 'domain_text', t.domain || '/' || t.part, t.lang, t.text, NULL
	FROM domain_text AS t JOIN domain AS d ON d.framework = t.framework AND d.code = t.domain
	WHERE t.framework = $framework AND d.position < 1000
UNION ALL SELECT 'dimension', dimension, '', NULL, CAST(position AS REAL) FROM framework_dimension WHERE framework = $framework
UNION ALL SELECT 'category', dimension || '/' || category, '', NULL, CAST(position AS REAL) FROM framework_category
	WHERE framework = $framework

-- name: framework_put
INSERT INTO framework (code, position, minimum_reporting, carry_forward)
VALUES ($framework, $position, $minimum_reporting, $carry_forward)
ON CONFLICT (code) DO UPDATE SET position = excluded.position, minimum_reporting = excluded.minimum_reporting,
	carry_forward = excluded.carry_forward

-- name: framework_text_delete
DELETE FROM framework_text WHERE framework = $framework

-- name: framework_text_insert
INSERT INTO framework_text (framework, part, lang, text) VALUES ($framework, $part, $lang, $text)

-- name: framework_dimension_delete
DELETE FROM framework_dimension WHERE framework = $framework
-- name: framework_category_delete
DELETE FROM framework_category WHERE framework = $framework
-- name: framework_dimension_insert
INSERT INTO framework_dimension (framework, dimension, position) VALUES ($framework, $dimension, $position)
-- name: framework_category_insert
INSERT INTO framework_category (framework, dimension, category, position) VALUES ($framework, $dimension, $category, $position)

-- A domain that is gone from the file goes to the end (position 1000) while retired indicators are in it, else away.
-- name: domain_put_last
UPDATE domain SET position = 1000 WHERE framework = $framework

-- name: domain_text_delete
DELETE FROM domain_text WHERE framework = $framework AND domain = $code

-- name: domain_text_delete_unused
DELETE FROM domain_text WHERE framework = $framework AND domain IN (
	SELECT d.code FROM domain AS d WHERE d.framework = $framework AND d.position = 1000 AND NOT EXISTS (
		SELECT 1 FROM indicator_version AS v JOIN indicator AS i ON i.id = v.indicator
		WHERE i.framework = $framework AND v.domain = d.code))

-- name: domain_delete_unused
DELETE FROM domain WHERE framework = $framework AND position = 1000 AND NOT EXISTS (
	SELECT 1 FROM indicator_version AS v JOIN indicator AS i ON i.id = v.indicator
	WHERE i.framework = $framework AND v.domain = domain.code)

-- name: domain_put
INSERT INTO domain (framework, code, position) VALUES ($framework, $code, $position)
ON CONFLICT (framework, code) DO UPDATE SET position = excluded.position

-- name: domain_text_insert
INSERT INTO domain_text (framework, domain, part, lang, text) VALUES ($framework, $code, $part, $lang, $text)

-- name: framework_version_last
SELECT version, digest FROM framework_version WHERE framework = $framework ORDER BY version DESC LIMIT 1

-- name: framework_version_insert
INSERT INTO framework_version (framework, version, loaded_at, digest) VALUES ($framework, $version, $at, $digest)

-- name: indicator_insert
INSERT INTO indicator (framework, code) VALUES ($framework, $code)

-- name: indicator_newest
SELECT i.id, i.retired_at, v.id, v.version, v.digest, v.current
FROM indicator AS i LEFT JOIN indicator_version AS v ON v.indicator = i.id
WHERE i.framework = $framework AND i.code = $code
ORDER BY v.version DESC LIMIT 1

-- name: indicator_retire
UPDATE indicator SET retired_at = $at, retired_reason = $reason WHERE id = $indicator

-- name: indicator_reinstate
UPDATE indicator SET retired_at = NULL, retired_reason = NULL WHERE id = $indicator

-- name: indicator_in_use
SELECT id, code FROM indicator WHERE framework = $framework AND retired_at IS NULL ORDER BY code

-- name: indicator_version_retire
UPDATE indicator_version SET current = 0 WHERE indicator = $indicator

-- name: indicator_version_insert
INSERT INTO indicator_version (indicator, version, current, domain, position, type, unit, direction, levels, per, thresholds,
	first_period, last_period, digest, loaded_at)
VALUES ($indicator, $version, 1, $domain, $position, $type, $unit, $direction, $levels, $per, $thresholds,
	$first_period, $last_period, $digest, $at)

-- name: indicator_version_update
UPDATE indicator_version SET current = 1, domain = $domain, position = $position, first_period = $first_period,
	last_period = $last_period
WHERE id = $version

-- name: indicator_version_facts
SELECT 'column' AS kind, 'domain' AS key, '' AS lang, domain AS value, NULL AS number FROM indicator_version WHERE id = $version
UNION ALL SELECT 'column', 'position', '', NULL, CAST(position AS REAL) FROM indicator_version WHERE id = $version
UNION ALL SELECT 'column', 'first_period', '', first_period, NULL FROM indicator_version
	WHERE id = $version AND first_period IS NOT NULL
UNION ALL SELECT 'column', 'last_period', '', last_period, NULL FROM indicator_version
	WHERE id = $version AND last_period IS NOT NULL
UNION ALL SELECT 'text', part, lang, text, NULL FROM indicator_text WHERE indicator_version = $version
UNION ALL SELECT 'sdg', target, '', '', NULL FROM indicator_sdg WHERE indicator_version = $version
UNION ALL SELECT 'series', series, '', dims, NULL FROM indicator_series WHERE indicator_version = $version
UNION ALL SELECT 'replaces', code, '', '', NULL FROM indicator_replaces WHERE indicator_version = $version
UNION ALL SELECT 'instrument', CAST(position AS TEXT), '', instrument, NULL FROM indicator_instrument
	WHERE indicator_version = $version
UNION ALL SELECT 'disaggregation', dimension, '', '', NULL FROM indicator_disaggregation WHERE indicator_version = $version
UNION ALL SELECT 'item', code, CAST(position AS TEXT), group_code, NULL FROM indicator_item WHERE indicator_version = $version
UNION ALL SELECT 'rule.kind', CAST(position AS TEXT), '', kind, NULL FROM indicator_rule WHERE indicator_version = $version
UNION ALL SELECT 'rule.hard', CAST(position AS TEXT), '', NULL, CAST(hard AS REAL) FROM indicator_rule WHERE indicator_version = $version
UNION ALL SELECT 'rule.part', CAST(position AS TEXT), '', part, NULL FROM indicator_rule WHERE indicator_version = $version
UNION ALL SELECT 'rule.lowest', CAST(position AS TEXT), '', NULL, lowest FROM indicator_rule
	WHERE indicator_version = $version AND lowest IS NOT NULL
UNION ALL SELECT 'rule.highest', CAST(position AS TEXT), '', NULL, highest FROM indicator_rule
	WHERE indicator_version = $version AND highest IS NOT NULL
UNION ALL SELECT 'rule.factor', CAST(position AS TEXT), '', NULL, factor FROM indicator_rule
	WHERE indicator_version = $version AND factor IS NOT NULL
UNION ALL SELECT 'rule.above', CAST(position AS TEXT), '', NULL, above FROM indicator_rule
	WHERE indicator_version = $version AND above IS NOT NULL
UNION ALL SELECT 'rule.other', CAST(position AS TEXT), '', other, NULL FROM indicator_rule
	WHERE indicator_version = $version AND other IS NOT NULL
UNION ALL SELECT 'rule.other_part', CAST(position AS TEXT), '', other_part, NULL FROM indicator_rule
	WHERE indicator_version = $version AND other_part IS NOT NULL

-- name: indicator_text_delete
DELETE FROM indicator_text WHERE indicator_version = $version
-- name: indicator_sdg_delete
DELETE FROM indicator_sdg WHERE indicator_version = $version
-- name: indicator_series_delete
DELETE FROM indicator_series WHERE indicator_version = $version
-- name: indicator_replaces_delete
DELETE FROM indicator_replaces WHERE indicator_version = $version
-- name: indicator_instrument_delete
DELETE FROM indicator_instrument WHERE indicator_version = $version
-- name: indicator_disaggregation_delete
DELETE FROM indicator_disaggregation WHERE indicator_version = $version
-- name: indicator_item_delete
DELETE FROM indicator_item WHERE indicator_version = $version
-- name: indicator_criterion_delete
DELETE FROM indicator_criterion WHERE indicator_version = $version
-- name: indicator_rule_delete
DELETE FROM indicator_rule WHERE indicator_version = $version

-- name: indicator_text_insert
INSERT INTO indicator_text (indicator_version, part, lang, text) VALUES ($version, $part, $lang, $text)
-- name: indicator_sdg_insert
INSERT INTO indicator_sdg (indicator_version, target) VALUES ($version, $key)
-- name: indicator_series_insert
INSERT INTO indicator_series (indicator_version, series, dims) VALUES ($version, $key, $value)
-- name: indicator_replaces_insert
INSERT INTO indicator_replaces (indicator_version, code) VALUES ($version, $key)
-- name: indicator_instrument_insert
INSERT INTO indicator_instrument (indicator_version, position, instrument) VALUES ($version, $position, $value)
-- name: indicator_disaggregation_insert
INSERT INTO indicator_disaggregation (indicator_version, dimension) VALUES ($version, $key)
-- name: indicator_item_insert
INSERT INTO indicator_item (indicator_version, position, code, group_code) VALUES ($version, $position, $code, $group)
-- name: indicator_criterion_insert
INSERT INTO indicator_criterion (indicator_version, level, position) VALUES ($version, $level, $position)
-- name: indicator_rule_insert
INSERT INTO indicator_rule (indicator_version, position, kind, hard, part, lowest, highest, factor, above, other, other_part)
VALUES ($version, $position, $kind, $hard, $part, $lowest, $highest, $factor, $above, $other, $other_part)

-- name: catalogue_known_targets
SELECT code FROM sdg_target
-- name: catalogue_known_series
SELECT code FROM series
-- name: catalogue_known_units
SELECT DISTINCT code FROM label WHERE kind = 'unit'

-- name: catalogue_generation
SELECT generation FROM catalogue_state
-- The rounds that are not closed yet, for anybody, and ask for the indicator.
-- name: catalogue_rounds_asking
SELECT r.period FROM round r JOIN round_indicator q ON q.round = r.id JOIN indicator_version v ON v.id = q.indicator_version
	JOIN indicator i ON i.id = v.indicator
WHERE i.framework = $framework AND i.code = $code AND r.origin = 'round' AND (r.closes_on >= $today OR EXISTS (
	SELECT 1 FROM round_participant p WHERE p.round = r.id AND p.extended_to >= $today))
ORDER BY r.period
-- name: catalogue_title
SELECT t.text FROM indicator i JOIN indicator_version v ON v.indicator = i.id JOIN indicator_text t ON t.indicator_version = v.id
WHERE i.framework = $framework AND i.code = $code AND t.part = 'title' AND t.lang IN ($lang, 'en')
ORDER BY v.version DESC, CASE WHEN t.lang = $lang THEN 0 ELSE 1 END LIMIT 1
-- name: indicator_version_again
UPDATE indicator_version SET current = 1 WHERE id = $version
