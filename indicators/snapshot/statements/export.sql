-- The exports, in the order of the tables.

-- name: export_frameworks
SELECT code FROM framework ORDER BY code

-- name: export_periods
SELECT period FROM period WHERE framework = $framework ORDER BY period

-- $period NULL: all.
-- name: export_regional
SELECT framework, indicator, period, n_reporting, n_expected, n_hidden, mean, median, min, max, q1, q3, pooled, sum, status
FROM regional
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY framework, indicator, period

-- name: export_answers
SELECT framework, participant, period, indicator, version, status, value, numerator, denominator, score, suppressed
FROM answer
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY framework, indicator, period, participant

-- name: export_cells
SELECT framework, participant, period, indicator, version, dimension, category, value, suppressed, status
FROM answer_cell
WHERE framework = $framework AND ($period IS NULL OR period = $period)
ORDER BY framework, indicator, period, participant, dimension, category

-- A code of an item stands with its indicator: LAW4.PP.
-- name: export_items
SELECT r.framework, r.indicator, r.period, q.version, r.indicator || '.' || r.item, r.n_met, r.n_known
FROM item_regional r
JOIN questionnaire q ON q.framework = r.framework AND q.period = r.period AND q.indicator = r.indicator
WHERE r.framework = $framework AND ($period IS NULL OR r.period = $period)
ORDER BY r.framework, r.indicator, r.period, r.item

-- name: export_sdg
SELECT p.series, p.dims, p.participant, p.base_year, p.base_value, p.current_year, p.current_value, p.direction, p.target,
	p.target_year, p.method, p.progress, p.status, p.score, p.un2023_ratio, p.un2023_class,
	CASE WHEN v.number = 1 THEN v.label ELSE v.label || '/' || v.number END
FROM sdg_progress p
JOIN vintage v ON v.id = p.vintage
ORDER BY p.series, p.dims, p.participant
