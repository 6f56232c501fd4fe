-- How one figure came about.

-- name: explain_regional
SELECT r.version, r.n_reporting, r.n_expected, r.n_hidden, r.hidden_included, r.mean, r.median, r.min, r.max, r.q1, r.q3,
	r.pooled, r.sum, r.status, i.type, i.unit, i.per
FROM regional r
JOIN indicator i ON i.framework = r.framework AND i.code = r.indicator AND i.version = r.version
WHERE r.framework = $framework AND r.indicator = $indicator AND r.period = $period

-- name: explain_progress
SELECT p.base_year, p.base_value, p.current_year, p.current_value, p.direction, p.target, p.target_year,
	p.method, p.natural_c, p.progress, p.status, p.score, p.un2023_cagr, p.un2023_ratio, p.un2023_class, p.reason, v.label, v.source
FROM sdg_progress p
JOIN vintage v ON v.id = p.vintage
WHERE p.series = $series AND p.participant = $participant AND p.dims = $dims

-- name: explain_values
SELECT o.year, o.value, o.value_text, o.nature
FROM official o
WHERE o.series = $series AND o.participant = $participant AND o.dims = $dims
ORDER BY o.year

-- Which breakdowns there are, where the asked one is not.
-- name: explain_dims
SELECT p.dims FROM sdg_progress p WHERE p.series = $series AND p.participant = $participant ORDER BY p.dims
