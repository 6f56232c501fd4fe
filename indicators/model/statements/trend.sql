-- name: trend_round
SELECT id FROM round WHERE framework = $framework AND period = $period
-- What a round asks for, in catalogue order.
-- name: trend_indicators
SELECT v.id, i.code,
	COALESCE(
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = $lang),
		(SELECT t.text FROM indicator_text t WHERE t.indicator_version = v.id AND t.part = 'title' AND t.lang = 'en'),
		i.code),
	v.domain, v.type, v.unit, v.direction, v.levels, (SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id), v.thresholds
FROM round_indicator ri
JOIN indicator_version v ON v.id = ri.indicator_version
JOIN indicator i ON i.id = v.indicator
JOIN domain d ON d.framework = i.framework AND d.code = v.domain
WHERE ri.round = $round
ORDER BY d.position, v.position, i.code
-- What is accepted or released of a framework up to a period, oldest first; the last column tells whether a release shows it so.
-- name: trend_figures
SELECT r.period, a.participant, a.indicator_version, i.code, ar.status, ar.value,
	CASE WHEN a.released_revision = ar.number AND (a.state <> 'accepted' OR a.released_audience = a.audience) THEN 1 ELSE 0 END
FROM round r
JOIN answer a ON a.round = r.id
JOIN answer_revision ar ON ar.answer = a.id
	AND ar.number = CASE WHEN a.state = 'accepted' THEN a.revision ELSE a.released_revision END
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE r.framework = $framework AND r.period <= $period
ORDER BY r.period
-- The official figures that stand beside a round's indicators: of each series the newest vintage that has it for the participant.
-- name: trend_official
WITH wanted AS (
	SELECT i.code, s.series, s.dims, rp.participant, (
		SELECT n.id FROM vintage n
		WHERE EXISTS (SELECT 1 FROM official_value o WHERE o.vintage = n.id AND o.series = s.series AND o.participant = rp.participant)
		ORDER BY n.label DESC, n.number DESC LIMIT 1) AS vintage
	FROM round_participant rp
	JOIN round_indicator ri ON ri.round = rp.round
	JOIN indicator_version v ON v.id = ri.indicator_version
	JOIN indicator i ON i.id = v.indicator
	JOIN indicator_series s ON s.indicator_version = v.id
	WHERE rp.round = $round
)
SELECT w.code, w.series, w.dims, w.participant, o.year, o.value, n.label,
	COALESCE(
		(SELECT l.text FROM label l WHERE l.kind = 'series' AND l.code = w.series AND l.lang = $lang),
		(SELECT l.text FROM label l WHERE l.kind = 'series' AND l.code = w.series AND l.lang = 'en'),
		w.series)
FROM wanted w
JOIN vintage n ON n.id = w.vintage
JOIN official_value o ON o.vintage = w.vintage AND o.series = w.series AND o.participant = w.participant AND o.dims = w.dims
WHERE o.value IS NOT NULL AND o.year <= $year
ORDER BY w.participant, w.code, w.series, w.dims, o.year DESC
