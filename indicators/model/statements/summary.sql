-- What the scheduled job reads, all in one read transaction. Only what a release published: released_revision, whatever
-- has happened to the answer since.

-- name: summary_state
SELECT c.generation, COALESCE((SELECT MAX(r.id) FROM release r), 0), COALESCE((SELECT MAX(v.id) FROM vintage v), 0)
FROM catalogue_state c

-- --- what is held in memory ---

-- name: summary_participants
SELECT code, m49, status FROM participant ORDER BY code

-- name: summary_frameworks
SELECT code, position, minimum_reporting, carry_forward FROM framework ORDER BY code

-- name: summary_domains
SELECT framework, code FROM domain ORDER BY framework, code

-- name: summary_versions
SELECT v.id, i.framework, i.code, v.version, v.domain, v.type, v.direction, v.levels, v.per,
	(SELECT COUNT(*) FROM indicator_item t WHERE t.indicator_version = v.id)
FROM indicator_version v
JOIN indicator i ON i.id = v.indicator
ORDER BY i.framework, i.code, v.version

-- name: summary_targets
SELECT i.framework, s.target, s.indicator_version
FROM indicator_sdg s
JOIN indicator_version v ON v.id = s.indicator_version
JOIN indicator i ON i.id = v.indicator
ORDER BY i.framework, s.target, s.indicator_version

-- Rounds with a release, each with its newest one.
-- name: summary_rounds
SELECT o.id, o.framework, o.period, r.number, r.released_at
FROM round o
JOIN release r ON r.round = o.id
WHERE r.number = (SELECT MAX(n.number) FROM release n WHERE n.round = o.id)
ORDER BY o.framework, o.period

-- name: summary_expected
SELECT round, participant FROM round_participant ORDER BY round, participant

-- name: summary_questionnaire
SELECT round, indicator_version FROM round_indicator ORDER BY round, indicator_version

-- Whether a release has published an answer to this version in this round.
-- name: summary_answered
SELECT EXISTS (SELECT 1 FROM answer a
	WHERE a.round = $round AND a.indicator_version = $indicator_version AND a.released_revision IS NOT NULL)

-- In the order in which the answers lie in the file; the job sorts them itself.
-- name: summary_answers
SELECT a.round, a.participant, a.indicator_version, a.released_audience,
	v.status, v.value, v.numerator, v.denominator, v.reason, v.source, v.note
FROM answer a
CROSS JOIN answer_revision v
WHERE v.answer = a.id AND v.number = a.released_revision

-- One participant's answers of one round.
-- name: summary_answers_of_row
SELECT a.round, a.participant, a.indicator_version, a.released_audience,
	v.status, v.value, v.numerator, v.denominator, v.reason, v.source, v.note
FROM answer a
CROSS JOIN answer_revision v
WHERE a.round = $round AND a.participant = $participant AND v.answer = a.id AND v.number = a.released_revision

-- Answers that releases after $release published.
-- name: summary_changed
SELECT DISTINCT a.round, a.participant, a.indicator_version, a.released_audience
FROM release_answer r
CROSS JOIN answer a
WHERE r.release > $release AND a.id = r.answer
ORDER BY a.round, a.participant, a.indicator_version

-- All that releases ever published of answers that were published by other than the first release of their round, for the rounds
-- from $first to $last. Most rounds have one release, and then there are none.
-- name: summary_past
SELECT a.round, a.participant, a.indicator_version, s.audience,
	v.status, v.value, v.numerator, v.denominator, v.reason, v.source, v.note, l.number
FROM (SELECT DISTINCT r.answer FROM release n CROSS JOIN release_answer r
	WHERE n.round BETWEEN $first AND $last AND n.number > 1 AND r.release = n.id) c
CROSS JOIN answer a
CROSS JOIN release l
CROSS JOIN release_answer s
CROSS JOIN answer_revision v
WHERE a.id = c.answer AND l.round = a.round AND s.release = l.id AND s.answer = a.id AND v.answer = a.id AND v.number = s.revision
ORDER BY a.round, a.participant, a.indicator_version, l.number

-- --- breakdowns ---

-- What frameworks ask counts to be broken down by.
-- name: summary_categories
SELECT framework, dimension, category FROM framework_category ORDER BY framework, dimension, category

-- In the order of the table, which is that of the answers.
-- name: summary_cells
SELECT a.round, a.participant, a.indicator_version, c.cell, c.value
FROM answer_cell c
CROSS JOIN answer a
WHERE a.id = c.answer AND a.released_revision = c.number
ORDER BY c.answer, c.number, c.cell

-- One answer's value and breakdowns as each release published them. A release without breakdowns gives one row without a cell.
-- name: summary_cells_of_answer
SELECT l.number, v.value, c.cell, c.value
FROM answer a
JOIN release l ON l.round = a.round
JOIN release_answer s ON s.release = l.id AND s.answer = a.id
JOIN answer_revision v ON v.answer = a.id AND v.number = s.revision
LEFT JOIN answer_cell c ON c.answer = a.id AND c.number = s.revision
WHERE a.round = $round AND a.participant = $participant AND a.indicator_version = $version
ORDER BY l.number, c.cell

-- --- checklists ---

-- The items met of every released answer to a checklist.
-- name: summary_items
SELECT a.round, a.participant, a.indicator_version, t.item
FROM answer_item t
CROSS JOIN answer a
CROSS JOIN indicator_version v
WHERE a.id = t.answer AND a.released_revision = t.number AND v.id = a.indicator_version AND v.type = 'checklist'
ORDER BY t.answer, t.number, t.item

-- --- shared practice ---

-- Evidence that may be shared, of what was released: none that was taken away, and none that came with a later revision, which nobody
-- has cleared. A moment is a second: what came in that of the next revision counts as its.
-- name: summary_practice
SELECT a.round, a.participant, a.indicator_version, a.released_audience, e.kind, e.text
FROM evidence e
JOIN answer a ON a.id = e.answer
JOIN answer_revision v ON v.answer = a.id AND v.number = a.released_revision
WHERE e.shareable = 1 AND e.removed_at IS NULL AND v.status = 'reported'
	AND NOT EXISTS (SELECT 1 FROM answer_revision n WHERE n.answer = a.id AND n.number > a.released_revision AND n.at <= e.added_at)
ORDER BY a.id, e.id

-- name: summary_copy_breakdown
SELECT d.framework, d.dimension, d.position, c.category, c.position
FROM framework_dimension d
JOIN framework_category c ON c.framework = d.framework AND c.dimension = d.dimension

-- name: summary_releases
SELECT o.framework, o.period, l.number, l.name, COALESCE(l.note, ''), l.released_at
FROM release l
JOIN round o ON o.id = l.round
WHERE l.round = $round
ORDER BY l.number

-- --- what is copied as it is ---

-- name: summary_copy_domain
SELECT framework, code, position FROM domain

-- name: summary_copy_indicator
SELECT i.framework, i.code, v.version, CASE WHEN i.retired_at IS NULL THEN v.current ELSE 0 END, v.domain, v.position, v.type,
	v.unit, v.direction, v.levels, v.per, v.thresholds, v.first_period, v.last_period
FROM indicator_version v
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_criterion
SELECT i.framework, i.code, v.version, c.level, c.position
FROM indicator_criterion c
JOIN indicator_version v ON v.id = c.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_item
SELECT i.framework, i.code, v.version, t.position, t.code, t.group_code
FROM indicator_item t
JOIN indicator_version v ON v.id = t.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_sdg
SELECT i.framework, i.code, v.version, s.target
FROM indicator_sdg s
JOIN indicator_version v ON v.id = s.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_series_of_indicator
SELECT i.framework, i.code, v.version, s.series, s.dims
FROM indicator_series s
JOIN indicator_version v ON v.id = s.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_replaces
SELECT i.framework, i.code, v.version, r.code
FROM indicator_replaces r
JOIN indicator_version v ON v.id = r.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_instrument
SELECT i.framework, i.code, v.version, n.position, n.instrument
FROM indicator_instrument n
JOIN indicator_version v ON v.id = n.indicator_version
JOIN indicator i ON i.id = v.indicator

-- name: summary_copy_goal
SELECT code, position FROM sdg_goal

-- name: summary_copy_target
SELECT code, goal, position FROM sdg_target

-- name: summary_copy_series
SELECT code, indicator, target, unit, direction, goal_value, goal_year, natural_limit, base_year, superseded_by FROM series

-- name: summary_copy_dimension_code
SELECT dimension, code, position, is_total FROM dimension_code

-- The reasons of rules are for those who answer; no snapshot shows them.
-- name: summary_copy_text
SELECT 'participant', participant, 'title', lang, title FROM participant_text
UNION ALL
SELECT 'framework', framework, part, lang, text FROM framework_text
UNION ALL
SELECT 'domain', framework || '/' || domain, part, lang, text FROM domain_text
UNION ALL
SELECT 'indicator', i.framework || '/' || i.code || '/' || v.version, t.part, t.lang, t.text
FROM indicator_text t
JOIN indicator_version v ON v.id = t.indicator_version
JOIN indicator i ON i.id = v.indicator
WHERE t.part NOT LIKE 'rule.%'
UNION ALL
SELECT kind, code, 'title', lang, text FROM label

-- --- official series ---

-- name: summary_copy_vintage
SELECT id, label, number, source, fetched_at FROM vintage

-- The newest vintage that holds a series for a participant. A vintage is as new as its label says, not as its fetch was.
-- name: summary_official
WITH held AS (
	SELECT DISTINCT o.vintage, o.series, o.participant FROM official_value o
), ranked AS (
	SELECT h.vintage, h.series, h.participant,
		ROW_NUMBER() OVER (PARTITION BY h.series, h.participant ORDER BY v.label DESC, v.number DESC) AS place
	FROM held h
	JOIN vintage v ON v.id = h.vintage
)
SELECT o.series, o.dims, o.participant, o.year, o.value, o.value_text, o.nature, o.units, o.vintage
FROM ranked n
JOIN official_value o ON o.vintage = n.vintage AND o.series = n.series AND o.participant = n.participant
WHERE n.place = 1
ORDER BY o.series, o.dims, o.participant, o.year

-- name: summary_conflicts
SELECT vintage, series, dims, participant, year, value_text FROM official_conflict ORDER BY vintage, series, participant, dims, year

-- The newest vintage of a series and participant against the one before it. A year before or after all that the older one
-- had is news, not a revision.
-- name: summary_revisions
WITH held AS (
	SELECT DISTINCT o.vintage, o.series, o.participant FROM official_value o
), ranked AS (
	SELECT h.vintage, h.series, h.participant,
		ROW_NUMBER() OVER (PARTITION BY h.series, h.participant ORDER BY v.label DESC, v.number DESC) AS place
	FROM held h
	JOIN vintage v ON v.id = h.vintage
), pair AS (
	SELECT n.series, n.participant, n.vintage AS new_vintage, p.vintage AS old_vintage
	FROM ranked n
	JOIN ranked p ON p.series = n.series AND p.participant = n.participant AND p.place = 2
	WHERE n.place = 1
), span AS (
	SELECT p.series, p.participant, o.dims, MIN(o.year) AS first_year, MAX(o.year) AS last_year
	FROM pair p
	JOIN official_value o ON o.vintage = p.old_vintage AND o.series = p.series AND o.participant = p.participant
	GROUP BY p.series, p.participant, o.dims
)
SELECT o.series, o.dims, o.participant, o.year, CASE WHEN n.year IS NULL THEN 'dropped' ELSE 'revised' END,
	o.value_text, n.value_text, p.old_vintage, p.new_vintage
FROM pair p
JOIN official_value o ON o.vintage = p.old_vintage AND o.series = p.series AND o.participant = p.participant
LEFT JOIN official_value n ON n.vintage = p.new_vintage AND n.series = p.series AND n.participant = p.participant
	AND n.dims = o.dims AND n.year = o.year
WHERE n.year IS NULL OR n.value IS DISTINCT FROM o.value OR (n.value IS NULL AND n.value_text <> o.value_text)
UNION ALL
SELECT n.series, n.dims, n.participant, n.year, 'added', NULL, n.value_text, p.old_vintage, p.new_vintage
FROM pair p
JOIN span s ON s.series = p.series AND s.participant = p.participant
JOIN official_value n ON n.vintage = p.new_vintage AND n.series = p.series AND n.participant = p.participant AND n.dims = s.dims
	AND n.year BETWEEN s.first_year AND s.last_year
WHERE NOT EXISTS (SELECT 1 FROM official_value o WHERE o.vintage = p.old_vintage AND o.series = n.series
	AND o.participant = n.participant AND o.dims = n.dims AND o.year = n.year)
