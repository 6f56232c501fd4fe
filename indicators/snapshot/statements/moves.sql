-- How far the region moved since the round before; see snapshot/moves.h.

-- name: put_move
INSERT OR REPLACE INTO move (framework, period, kind, code, since, n, score_before, score_now, change)
VALUES ($framework, $period, $kind, $code, $since, $n, $score_before, $score_now, $change)

-- name: clear_move
DELETE FROM move WHERE framework = $framework AND period = $period AND kind = $kind AND code = $code

-- name: clear_moves
DELETE FROM move WHERE framework = $framework AND period = $period

-- The largest of a period, up and down: three of each kind, more where several are as large. Of less than half a point there is nothing
-- to tell. Alphabetical: never by size. direction is that of an indicator.
-- name: overview_moves
SELECT kind, code, title, direction, score_before, score_now, change, since
FROM (
	SELECT m.kind, m.code, m.title, m.direction, m.score_before, m.score_now, m.change, m.since,
		RANK() OVER (PARTITION BY m.kind, m.change > 0 ORDER BY CAST(ABS(m.change) * 1000 AS INTEGER) DESC) AS place
	FROM (
		SELECT v.kind, v.code, '' AS direction, v.score_before, v.score_now, v.change, v.since,
			COALESCE((SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = v.framework || '/' || v.code AND t.part = 'title'
				AND t.lang = $lang),
			(SELECT t.text FROM text t WHERE t.kind = 'domain' AND t.code = v.framework || '/' || v.code AND t.part = 'title'
				AND t.lang = 'en'), v.code) AS title
		FROM move v
		WHERE v.framework = $framework AND v.period = $period AND v.kind = 'domain' AND v.code <> ''
		UNION ALL
		SELECT v.kind, v.code, i.direction, v.score_before, v.score_now, v.change, v.since,
			COALESCE((SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = v.framework || '/' || v.code || '/' || q.version
				AND t.part = 'title' AND t.lang = $lang),
			(SELECT t.text FROM text t WHERE t.kind = 'indicator' AND t.code = v.framework || '/' || v.code || '/' || q.version
				AND t.part = 'title' AND t.lang = 'en'), v.code)
		FROM move v
		JOIN questionnaire q ON q.framework = v.framework AND q.period = v.period AND q.indicator = v.code
		JOIN indicator i ON i.framework = q.framework AND i.code = q.indicator AND i.version = q.version
		WHERE v.framework = $framework AND v.period = $period AND v.kind = 'indicator'
		UNION ALL
		SELECT 'participant', s.participant, '', s.score - s.change, s.score, s.change, s.change_from,
			COALESCE((SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title'
				AND t.lang = $lang),
			(SELECT t.text FROM text t WHERE t.kind = 'participant' AND t.code = s.participant AND t.part = 'title'
				AND t.lang = 'en'), s.participant)
		FROM domain_score s
		WHERE s.framework = $framework AND s.period = $period AND s.domain = '' AND s.change IS NOT NULL
	) m
	WHERE ABS(m.change) > 0.5
) ranked
WHERE place <= 3
ORDER BY kind, title

-- The region's move over all domains.
-- name: overview_move
SELECT since, n, score_before, score_now, change FROM move
WHERE framework = $framework AND period = $period AND kind = 'domain' AND code = ''
