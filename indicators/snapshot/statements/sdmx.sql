-- SDMX: the codes of a snapshot, for its codelists, and the observations of each dataflow (cgi/data/sdmx/).

-- Codes come as: group, code, is_total, is_description, lang, text. A group is a codelist of its own; code NULL names the group. Rows of one
-- code stand together; lang is NULL where it has no text at all.

-- name: sdmx_frameworks
SELECT NULL, f.code, 0, CASE WHEN t.part = 'title' THEN 0 ELSE 1 END, t.lang, t.text
FROM framework f
LEFT JOIN text t ON t.kind = 'framework' AND t.code = f.code AND t.part IN ('title', 'description')
ORDER BY f.position, f.code

-- name: sdmx_participants
SELECT NULL, p.code, 0, 0, t.lang, t.text
FROM participant p
LEFT JOIN text t ON t.kind = 'participant' AND t.code = p.code AND t.part = 'title'
ORDER BY p.code

-- name: sdmx_domains
SELECT NULL, d.code, 0, CASE WHEN t.part = 'title' THEN 0 ELSE 1 END, t.lang, t.text
FROM domain d
LEFT JOIN text t ON t.kind = 'domain' AND t.code = d.framework || '/' || d.code AND t.part IN ('title', 'description')
WHERE d.framework = $framework
ORDER BY d.position, d.code

-- An indicator is called what its newest version calls it.
-- name: sdmx_indicators
SELECT NULL, i.code, 0, CASE WHEN t.part = 'title' THEN 0 ELSE 1 END, t.lang, t.text
FROM indicator i
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN text t ON t.kind = 'indicator' AND t.code = i.framework || '/' || i.code || '/' || i.version AND t.part IN ('title', 'measures')
WHERE i.framework = $framework
	AND i.version = (SELECT MAX(n.version) FROM indicator n WHERE n.framework = i.framework AND n.code = i.code)
ORDER BY d.position, i.position, i.code

-- Items of checklists, each called what its newest version calls it. Two indicators may have one of the same code.
-- name: sdmx_items
SELECT NULL, x.code || '.' || x.item, 0, 0, t.lang, t.text
FROM (SELECT framework, code, item, MAX(version) AS version FROM indicator_item WHERE framework = $framework GROUP BY framework, code, item) x
JOIN indicator_item p ON p.framework = x.framework AND p.code = x.code AND p.version = x.version AND p.item = x.item
JOIN indicator i ON i.framework = x.framework AND i.code = x.code AND i.version = x.version
JOIN domain d ON d.framework = i.framework AND d.code = i.domain
LEFT JOIN text t ON t.kind = 'indicator' AND t.code = x.framework || '/' || x.code || '/' || x.version AND t.part = 'item.' || x.item
ORDER BY d.position, i.position, x.code, p.position, x.item

-- name: sdmx_breakdowns
SELECT x.dimension, x.category, 0, 0, t.lang, t.text
FROM (
	SELECT b.framework, b.dimension, b.dimension_position, b.category, b.position FROM breakdown b
	UNION ALL
	SELECT b.framework, b.dimension, b.dimension_position, NULL, -1 FROM breakdown b
	GROUP BY b.framework, b.dimension, b.dimension_position
) x
LEFT JOIN text t ON t.kind = 'framework' AND t.code = x.framework
	AND t.part = 'dimension.' || x.dimension || CASE WHEN x.category IS NULL THEN '' ELSE '.' || x.category END
WHERE x.framework = $framework
ORDER BY x.dimension_position, x.dimension, x.position, x.category

-- name: sdmx_dimensions
SELECT x.dimension, x.code, x.is_total, 0, t.lang, t.text
FROM (
	SELECT c.dimension, c.code, c.position, c.is_total FROM dimension_code c
	UNION ALL
	SELECT c.dimension, NULL, -1, 0 FROM dimension_code c GROUP BY c.dimension
) x
LEFT JOIN text t ON t.kind = CASE WHEN x.code IS NULL THEN 'dimension' ELSE 'dimension_code' END
	AND t.code = x.dimension || CASE WHEN x.code IS NULL THEN '' ELSE '=' || x.code END AND t.part = 'title'
ORDER BY x.dimension, x.position, x.code

-- Names and codes that stand in the figures; some may be in no catalogue.
-- name: sdmx_dims
SELECT DISTINCT o.dims
FROM series s
JOIN official o ON o.series = s.code
WHERE o.dims <> ''
ORDER BY o.dims

-- name: sdmx_series
SELECT NULL, s.code, 0, 0, t.lang, t.text
FROM series s
LEFT JOIN text t ON t.kind = 'series' AND t.code = s.code AND t.part = 'title'
ORDER BY s.target, s.indicator, s.code

-- name: sdmx_targets
SELECT NULL, g.code, 0, 0, t.lang, t.text
FROM sdg_target g
LEFT JOIN text t ON t.kind = 'target' AND t.code = g.code AND t.part = 'title'
ORDER BY g.position, g.code

-- name: sdmx_units
SELECT NULL, u.code, 0, 0, t.lang, t.text
FROM (SELECT unit AS code FROM indicator UNION SELECT unit FROM series
	UNION SELECT o.units FROM series s JOIN official o ON o.series = s.code) u
LEFT JOIN text t ON t.kind = 'unit' AND t.code = u.code AND t.part = 'title'
WHERE u.code <> ''
ORDER BY u.code

-- name: sdmx_natures
SELECT NULL, n.code, 0, 0, t.lang, t.text
FROM (SELECT DISTINCT o.nature AS code FROM series s JOIN official o ON o.series = s.code) n
LEFT JOIN text t ON t.kind = 'nature' AND t.code = n.code AND t.part = 'title'
WHERE n.code <> ''
ORDER BY n.code

-- 1 each where indicators of the framework serve SDG targets, and where some are checklists.
-- name: sdmx_extent
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM indicator_sdg WHERE framework = $framework LIMIT 1) x),
	(SELECT COUNT(*) FROM (SELECT 1 FROM indicator_item WHERE framework = $framework LIMIT 1) y)

-- --- observations ------------------------------------------------------------------------------------------------------------
--
-- Columns are those of the components in cgi/data/sdmx/flows.c. The total, and what does not apply, is an empty code. All rows of a key
-- stand together, in the order of time. freq: A year, S half, T third, Q quarter, M month.

-- What was asked and has no answer that this audience sees is there too, as missing.
-- name: sdmx_answers
SELECT CASE WHEN LENGTH(a.period) = 4 THEN 'A' WHEN SUBSTR(a.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(a.period, 6, 1) ELSE 'M' END AS freq,
	a.participant, a.indicator, a.period, a.value, a.numerator, a.denominator, a.score,
	CASE WHEN a.suppressed = 1 THEN 'Q' WHEN a.status = 'not_available' THEN 'L' WHEN a.status = 'not_applicable' THEN 'M'
		WHEN a.value IS NULL THEN 'O' WHEN a.carried_from IS NOT NULL THEN 'I' ELSE 'A' END,
	CASE WHEN a.suppressed = 1 THEN 'C' ELSE 'F' END,
	i.unit, a.version, a.carried_from, a.reason, a.source, a.note
FROM (
	SELECT participant, indicator, period, version, status, value, numerator, denominator, score, suppressed, carried_from, reason, source, note
	FROM answer WHERE framework = $framework
	UNION ALL
	SELECT e.participant, q.indicator, q.period, q.version, 'missing', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL
	FROM questionnaire q
	JOIN expected e ON e.framework = q.framework AND e.period = q.period
	WHERE q.framework = $framework AND NOT EXISTS (SELECT 1 FROM answer x
		WHERE x.framework = q.framework AND x.indicator = q.indicator AND x.period = q.period AND x.participant = e.participant)
) a
LEFT JOIN indicator i ON i.framework = $framework AND i.code = a.indicator AND i.version = a.version
ORDER BY a.participant, a.indicator, freq, a.period

-- The whole that is broken down stands with its parts, with an empty dimension.
-- name: sdmx_cells
SELECT CASE WHEN LENGTH(c.period) = 4 THEN 'A' WHEN SUBSTR(c.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(c.period, 6, 1) ELSE 'M' END AS freq,
	c.participant, c.indicator, c.dimension, c.category, c.period, c.value, c.share,
	CASE c.status WHEN 'shown' THEN 'A' WHEN 'missing' THEN 'O' ELSE 'Q' END,
	CASE c.status WHEN 'suppressed' THEN 'C' WHEN 'withheld' THEN 'N' ELSE 'F' END,
	i.unit, c.version
FROM (
	SELECT participant, indicator, dimension, category, period, value, share, status, version FROM answer_cell WHERE framework = $framework
	UNION ALL
	SELECT a.participant, a.indicator, '', '', a.period, a.value, NULL,
		CASE WHEN a.suppressed = 1 THEN 'suppressed' WHEN a.value IS NULL THEN 'missing' ELSE 'shown' END, a.version
	FROM answer a
	WHERE a.framework = $framework AND EXISTS (SELECT 1 FROM answer_cell x WHERE x.framework = a.framework AND x.indicator = a.indicator
		AND x.period = a.period AND x.participant = a.participant)
) c
LEFT JOIN indicator i ON i.framework = $framework AND i.code = c.indicator AND i.version = c.version
ORDER BY c.participant, c.indicator, c.dimension, c.category, freq, c.period

-- One row a statistic. Of a ladder, a yes or no and a checklist they are those of the scores. Least, greatest and quartiles are of visible
-- values only: where there are only hidden ones, they are withheld.
-- name: sdmx_regional
SELECT CASE WHEN LENGTH(r.period) = 4 THEN 'A' WHEN SUBSTR(r.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(r.period, 6, 1) ELSE 'M' END AS freq,
	'', r.indicator, s.statistic, r.period,
	CASE s.statistic WHEN 'mean' THEN r.mean WHEN 'median' THEN r.median WHEN 'min' THEN r.min WHEN 'max' THEN r.max WHEN 'q1' THEN r.q1
		WHEN 'q3' THEN r.q3 WHEN 'pooled' THEN r.pooled WHEN 'sum' THEN r.sum END AS value,
	CASE WHEN r.status = 'withheld' THEN 'Q' WHEN r.status = 'none' THEN 'O'
		WHEN CASE s.statistic WHEN 'mean' THEN r.mean WHEN 'median' THEN r.median WHEN 'min' THEN r.min WHEN 'max' THEN r.max WHEN 'q1' THEN r.q1
			WHEN 'q3' THEN r.q3 WHEN 'pooled' THEN r.pooled WHEN 'sum' THEN r.sum END IS NOT NULL THEN 'A'
		WHEN r.n_hidden > 0 THEN 'Q' ELSE 'O' END,
	CASE WHEN r.status = 'withheld' THEN 'N' WHEN r.status = 'none' THEN 'F'
		WHEN CASE s.statistic WHEN 'mean' THEN r.mean WHEN 'median' THEN r.median WHEN 'min' THEN r.min WHEN 'max' THEN r.max WHEN 'q1' THEN r.q1
			WHEN 'q3' THEN r.q3 WHEN 'pooled' THEN r.pooled WHEN 'sum' THEN r.sum END IS NOT NULL THEN 'F'
		WHEN r.n_hidden > 0 THEN 'N' ELSE 'F' END,
	CASE WHEN i.type IN ('ladder', 'yes_no', 'checklist') THEN '' ELSE i.unit END,
	r.version, r.n_reporting, r.n_expected, r.n_hidden, r.hidden_included
FROM regional r
JOIN indicator i ON i.framework = r.framework AND i.code = r.indicator AND i.version = r.version
JOIN (SELECT 1 AS place, 'mean' AS statistic UNION ALL SELECT 2, 'median' UNION ALL SELECT 3, 'min' UNION ALL SELECT 4, 'q1'
	UNION ALL SELECT 5, 'q3' UNION ALL SELECT 6, 'max' UNION ALL SELECT 7, 'pooled' UNION ALL SELECT 8, 'sum') s
	ON (s.statistic <> 'pooled' OR i.type = 'percent') AND (s.statistic <> 'sum' OR i.type = 'count')
WHERE r.framework = $framework
ORDER BY r.indicator, s.place, freq, r.period

-- Governments' scores have no statistic; the region's have one each.
-- name: sdmx_scores
SELECT CASE WHEN LENGTH(x.period) = 4 THEN 'A' WHEN SUBSTR(x.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(x.period, 6, 1) ELSE 'M' END AS freq,
	x.participant, x.domain, x.statistic, x.period, x.score, x.change,
	CASE WHEN x.status = 'withheld' THEN 'Q' WHEN x.score IS NULL THEN 'O' ELSE 'A' END,
	CASE WHEN x.status = 'withheld' THEN 'N' ELSE 'F' END,
	x.change_from, x.n_scored, x.n_possible, x.n_reporting, x.n_expected
FROM (
	SELECT participant, domain, 0 AS place, '' AS statistic, period, score, change, '' AS status, change_from,
		n_scored, n_possible, NULL AS n_reporting, NULL AS n_expected
	FROM domain_score WHERE framework = $framework
	UNION ALL
	SELECT '', r.domain, s.place, s.statistic, r.period,
		CASE s.statistic WHEN 'mean' THEN r.mean WHEN 'median' THEN r.median WHEN 'min' THEN r.min WHEN 'max' THEN r.max
			WHEN 'q1' THEN r.q1 WHEN 'q3' THEN r.q3 END,
		NULL, r.status, NULL, NULL, NULL, r.n_reporting, r.n_expected
	FROM domain_regional r
	CROSS JOIN (SELECT 1 AS place, 'mean' AS statistic UNION ALL SELECT 2, 'median' UNION ALL SELECT 3, 'min' UNION ALL SELECT 4, 'q1'
		UNION ALL SELECT 5, 'q3' UNION ALL SELECT 6, 'max') s
	WHERE r.framework = $framework
) x
ORDER BY x.participant, x.domain, x.place, freq, x.period

-- What was asked and cannot be told, of too few or of nobody, is there too, as missing.
-- name: sdmx_item_regional
SELECT CASE WHEN LENGTH(q.period) = 4 THEN 'A' WHEN SUBSTR(q.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(q.period, 6, 1) ELSE 'M' END AS freq,
	'', q.indicator, q.indicator || '.' || n.item, q.period, r.n_met, CASE WHEN r.n_met IS NULL THEN 'O' ELSE 'A' END, 'F', q.version, r.n_known
FROM questionnaire q
JOIN indicator_item n ON n.framework = q.framework AND n.code = q.indicator AND n.version = q.version
LEFT JOIN item_regional r ON r.framework = q.framework AND r.indicator = q.indicator AND r.period = q.period AND r.item = n.item
WHERE q.framework = $framework
ORDER BY q.indicator, n.item, freq, q.period

-- What is asked, and what it came to: the parts make up the whole, which has an empty code.
-- name: sdmx_coverage
SELECT CASE WHEN LENGTH(c.period) = 4 THEN 'A' WHEN SUBSTR(c.period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(c.period, 6, 1) ELSE 'M' END AS freq,
	c.participant, s.answer, c.period,
	CASE s.answer WHEN '' THEN c.n_expected WHEN 'reported' THEN c.n_reported WHEN 'not_available' THEN c.n_not_available
		WHEN 'not_applicable' THEN c.n_not_applicable ELSE c.n_expected - c.n_reported - c.n_not_available - c.n_not_applicable END,
	'A', 'F'
FROM coverage c
CROSS JOIN (SELECT 0 AS place, '' AS answer UNION ALL SELECT 1, 'reported' UNION ALL SELECT 2, 'not_available'
	UNION ALL SELECT 3, 'not_applicable' UNION ALL SELECT 4, 'missing') s
WHERE c.framework = $framework
ORDER BY c.participant, s.place, freq, c.period

-- name: sdmx_compliance
SELECT CASE WHEN LENGTH(period) = 4 THEN 'A' WHEN SUBSTR(period, 6, 1) IN ('S', 'T', 'Q') THEN SUBSTR(period, 6, 1) ELSE 'M' END AS freq,
	participant, target, period, score, CASE WHEN score IS NULL THEN 'O' ELSE 'A' END, 'F', n_indicators, n_possible
FROM sdg_compliance
WHERE framework = $framework
ORDER BY participant, target, freq, period

-- Of the series of the catalogue, as on the pages.
-- name: sdmx_official
SELECT 'A', o.participant, o.series, o.dims, o.year, o.value,
	CASE WHEN o.value IS NULL THEN CASE o.nature WHEN 'n' THEN 'M' WHEN 'na' THEN 'L' ELSE 'O' END WHEN o.nature IN ('e', 'm') THEN 'E' ELSE 'A' END,
	'F', o.units, o.nature, CASE WHEN o.value IS NULL THEN o.value_text END,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM series s
JOIN official o ON o.series = s.code
JOIN vintage v ON v.id = o.vintage
ORDER BY o.participant, o.series, o.dims, o.year

-- Where nothing could be computed, not even a newest year, the year is that of the vintage.
-- name: sdmx_progress
SELECT 'A', p.participant, p.series, p.dims, COALESCE(CAST(p.current_year AS TEXT), SUBSTR(v.label, 1, 4)), p.score, p.progress, p.base_value,
	p.current_value, p.target, p.un2023_ratio, CASE WHEN p.score IS NULL THEN 'O' ELSE 'A' END, 'F', p.status, p.un2023_class, p.direction,
	p.method, p.base_year, p.target_year, p.reason, s.unit,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM series s
JOIN sdg_progress p ON p.series = s.code
JOIN vintage v ON v.id = p.vintage
ORDER BY p.participant, p.series, p.dims
