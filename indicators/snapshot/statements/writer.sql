-- Written by `monitor summarise` into a new snapshot, read by nobody. Places count: the job binds them in order.

-- name: put_meta
INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: put_participant
INSERT INTO participant (code, m49, status) VALUES ($code, $m49, $status)

-- name: put_framework
INSERT INTO framework (code, position, minimum_reporting, carry_forward) VALUES ($code, $position, $minimum_reporting, $carry_forward)

-- name: put_domain
INSERT INTO domain (framework, code, position) VALUES ($framework, $code, $position)

-- name: put_indicator
INSERT INTO indicator (framework, code, version, current, domain, position, type, unit, direction, levels, per, thresholds,
	first_period, last_period)
VALUES ($framework, $code, $version, $current, $domain, $position, $type, $unit, $direction, $levels, $per, $thresholds,
	$first_period, $last_period)

-- name: put_criterion
INSERT INTO indicator_criterion (framework, code, version, level, position) VALUES ($framework, $code, $version, $level, $position)

-- name: put_item
INSERT INTO indicator_item (framework, code, version, position, item, group_code)
VALUES ($framework, $code, $version, $position, $item, $group_code)

-- name: put_indicator_sdg
INSERT INTO indicator_sdg (framework, code, version, target) VALUES ($framework, $code, $version, $target)

-- name: put_indicator_series
INSERT INTO indicator_series (framework, code, version, series, dims) VALUES ($framework, $code, $version, $series, $dims)

-- name: put_replaces
INSERT INTO indicator_replaces (framework, code, version, replaced) VALUES ($framework, $code, $version, $replaced)

-- name: put_instrument
INSERT INTO indicator_instrument (framework, code, version, position, instrument)
VALUES ($framework, $code, $version, $position, $instrument)

-- name: put_goal
INSERT INTO sdg_goal (code, position) VALUES ($code, $position)

-- name: put_target
INSERT INTO sdg_target (code, goal, position) VALUES ($code, $goal, $position)

-- name: put_series
INSERT INTO series (code, indicator, target, unit, direction, goal_value, goal_year, natural_limit, base_year, superseded_by)
VALUES ($code, $indicator, $target, $unit, $direction, $goal_value, $goal_year, $natural_limit, $base_year, $superseded_by)

-- name: put_dimension_code
INSERT INTO dimension_code (dimension, code, position, is_total) VALUES ($dimension, $code, $position, $is_total)

-- name: put_text
INSERT INTO text (kind, code, part, lang, text) VALUES ($kind, $code, $part, $lang, $text)

-- name: put_period
INSERT OR REPLACE INTO period (framework, period, release, released_at, n_expected, basis, roster)
VALUES ($framework, $period, $release, $released_at, $n_expected, $basis, $roster)

-- name: put_release
INSERT OR REPLACE INTO release (framework, period, number, name, note, released_at)
VALUES ($framework, $period, $number, $name, $note, $released_at)

-- name: put_expected
INSERT INTO expected (framework, period, participant) VALUES ($framework, $period, $participant)

-- name: put_questionnaire
INSERT INTO questionnaire (framework, period, indicator, version) VALUES ($framework, $period, $indicator, $version)

-- A new snapshot's answers, all in one run of the statement.
-- name: feed_answers
INSERT INTO answer (framework, indicator, period, participant, version, status, value, numerator, denominator, score,
	suppressed, carried_from, reason, source, note, since)
SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16 FROM feed

-- name: replace_answer
INSERT OR REPLACE INTO answer (framework, indicator, period, participant, version, status, value, numerator, denominator, score,
	suppressed, carried_from, reason, source, note, since)
VALUES ($framework, $indicator, $period, $participant, $version, $status, $value, $numerator, $denominator, $score,
	$suppressed, $carried_from, $reason, $source, $note, $since)

-- name: put_breakdown
INSERT INTO breakdown (framework, dimension, dimension_position, category, position)
VALUES ($framework, $dimension, $dimension_position, $category, $position)

-- name: feed_answer_cells
INSERT INTO answer_cell (framework, indicator, period, participant, dimension, category, version, value, share, suppressed, status)
SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 FROM feed

-- name: clear_answer_cell
DELETE FROM answer_cell
WHERE framework = $framework AND indicator = $indicator AND period = $period AND participant = $participant

-- name: feed_answer_cells_past
INSERT INTO answer_cell_past (framework, indicator, period, participant, dimension, category, version, value, share, suppressed, status, since, until)
SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13 FROM feed

-- name: clear_answer_cell_past
DELETE FROM answer_cell_past
WHERE framework = $framework AND indicator = $indicator AND period = $period AND participant = $participant

-- Every item of a checklist, met by nobody so far.
-- name: put_items
INSERT INTO item_regional (framework, indicator, period, item, n_met, n_known)
SELECT framework, code, $period, item, 0, $known FROM indicator_item
WHERE framework = $framework AND code = $indicator AND version = $version

-- name: add_item
UPDATE item_regional SET n_met = n_met + 1
WHERE framework = $framework AND indicator = $indicator AND period = $period AND item = $item

-- name: clear_items
DELETE FROM item_regional WHERE framework = $framework AND indicator = $indicator AND period = $period

-- name: put_practice
INSERT INTO practice (framework, indicator, period, participant, position, version, kind, text)
VALUES ($framework, $indicator, $period, $participant, $position, $version, $kind, $text)

-- name: clear_practice
DELETE FROM practice

-- name: put_answer_past
INSERT INTO answer_past (framework, indicator, period, participant, until, since, status, value, numerator, denominator, score,
	reason, source, note)
VALUES ($framework, $indicator, $period, $participant, $until, $since, $status, $value, $numerator, $denominator, $score,
	$reason, $source, $note)

-- name: clear_answer_past
DELETE FROM answer_past
WHERE framework = $framework AND indicator = $indicator AND period = $period AND participant = $participant

-- name: put_regional
INSERT OR REPLACE INTO regional (framework, indicator, period, version, n_reporting, n_expected, n_hidden, hidden_included,
	mean, median, min, max, q1, q3, pooled, sum, status, since)
VALUES ($framework, $indicator, $period, $version, $n_reporting, $n_expected, $n_hidden, $hidden_included,
	$mean, $median, $min, $max, $q1, $q3, $pooled, $sum, $status, $since)

-- name: put_regional_past
INSERT INTO regional_past (framework, indicator, period, until, since, n_reporting, n_expected, n_hidden, hidden_included,
	mean, median, min, max, q1, q3, pooled, sum, status)
VALUES ($framework, $indicator, $period, $until, $since, $n_reporting, $n_expected, $n_hidden, $hidden_included,
	$mean, $median, $min, $max, $q1, $q3, $pooled, $sum, $status)

-- name: clear_regional_past
DELETE FROM regional_past WHERE framework = $framework AND indicator = $indicator AND period = $period

-- name: put_domain_score
INSERT OR REPLACE INTO domain_score (framework, period, domain, participant, score, n_scored, n_possible, change, change_from)
VALUES ($framework, $period, $domain, $participant, $score, $n_scored, $n_possible, $change, $change_from)

-- name: put_domain_regional
INSERT OR REPLACE INTO domain_regional (framework, period, domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status, basis)
VALUES ($framework, $period, $domain, $n_reporting, $n_expected, $mean, $median, $min, $max, $q1, $q3, $status, $basis)

-- name: put_coverage
INSERT OR REPLACE INTO coverage (framework, period, participant, n_reported, n_not_available, n_not_applicable, n_expected)
VALUES ($framework, $period, $participant, $n_reported, $n_not_available, $n_not_applicable, $n_expected)

-- What stood after the releases of a period, of the answers that the file has, from release `since` on and before release `until` (NULL: still).
-- Those that are carried forward from another period are told apart. By indicator.
-- CROSS JOIN: from the questionnaire to each of its answers. The other way SQLite walks all answers of the framework.
-- name: standing_answers
SELECT a.participant, a.indicator, a.status, a.score, a.carried_from IS NOT NULL AS carried, a.since, NULL AS until
FROM questionnaire q
CROSS JOIN answer a
WHERE q.framework = $framework AND q.period = $period
	AND a.framework = q.framework AND a.indicator = q.indicator AND a.period = q.period
UNION ALL
SELECT p.participant, p.indicator, p.status, p.score, 0, p.since, p.until
FROM questionnaire q
CROSS JOIN answer_past p
WHERE q.framework = $framework AND q.period = $period
	AND p.framework = q.framework AND p.indicator = q.indicator AND p.period = q.period

-- name: clear_domain_score_past
DELETE FROM domain_score_past WHERE framework = $framework AND period = $period

-- name: clear_domain_regional_past
DELETE FROM domain_regional_past WHERE framework = $framework AND period = $period

-- name: clear_coverage_past
DELETE FROM coverage_past WHERE framework = $framework AND period = $period

-- name: put_domain_score_past
INSERT INTO domain_score_past (framework, period, release, domain, participant, score, n_scored, n_possible)
VALUES ($framework, $period, $release, $domain, $participant, $score, $n_scored, $n_possible)

-- name: put_domain_regional_past
INSERT INTO domain_regional_past (framework, period, release, domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status, basis)
VALUES ($framework, $period, $release, $domain, $n_reporting, $n_expected, $mean, $median, $min, $max, $q1, $q3, $status, $basis)

-- name: put_coverage_past
INSERT INTO coverage_past (framework, period, release, participant, n_reported, n_not_available, n_not_applicable, n_expected)
VALUES ($framework, $period, $release, $participant, $n_reported, $n_not_available, $n_not_applicable, $n_expected)

-- name: put_compliance
INSERT OR REPLACE INTO sdg_compliance (framework, target, period, participant, score, n_indicators, n_possible, n_needed, status)
VALUES ($framework, $target, $period, $participant, $score, $n_indicators, $n_possible, $n_needed, $status)

-- name: put_vintage
INSERT INTO vintage (id, label, number, source, fetched_at) VALUES ($id, $label, $number, $source, $fetched_at)

-- name: put_official
INSERT INTO official (series, dims, participant, year, value, value_text, nature, units, vintage)
VALUES ($series, $dims, $participant, $year, $value, $value_text, $nature, $units, $vintage)

-- name: put_revision
INSERT INTO official_revision (series, dims, participant, year, kind, old_text, new_text, old_vintage, new_vintage)
VALUES ($series, $dims, $participant, $year, $kind, $old_text, $new_text, $old_vintage, $new_vintage)

-- name: put_progress
INSERT INTO sdg_progress (series, dims, participant, base_year, base_value, current_year, current_value, direction, target,
	target_year, method, natural_c, progress, status, score, un2023_cagr, un2023_ratio, un2023_class, reason, growth, growth_needed,
	zero_base, zero_target, un2023_guard, difference, headline, vintage)
VALUES ($series, $dims, $participant, $base_year, $base_value, $current_year, $current_value, $direction, $target,
	$target_year, $method, $natural_c, $progress, $status, $score, $un2023_cagr, $un2023_ratio, $un2023_class, $reason, $growth, $growth_needed,
	$zero_base, $zero_target, $un2023_guard, $difference, $headline, $vintage)

-- name: put_target_progress
INSERT INTO sdg_target_progress (target, participant, status, score, n_judged, n_series)
VALUES ($target, $participant, $status, $score, $n_judged, $n_series)

-- --- what the job reads back from the snapshot that it brings up to date ---

-- name: filed_score
SELECT score, n_scored, n_possible, change, change_from FROM domain_score
WHERE framework = $framework AND period = $period AND domain = $domain AND participant = $participant

-- name: filed_scores
SELECT participant, score, n_scored, n_possible, change, change_from FROM domain_score
WHERE framework = $framework AND period = $period AND domain = $domain

-- name: filed_compliance
SELECT score FROM sdg_compliance
WHERE framework = $framework AND target = $target AND period = $period AND participant <> ''
ORDER BY participant

-- name: filed_answer
SELECT 1 FROM answer WHERE framework = $framework AND indicator = $indicator AND period = $period AND participant = $participant

-- name: filed_column
SELECT participant, status, value, numerator, denominator, score FROM answer
WHERE framework = $framework AND indicator = $indicator AND period = $period

-- name: filed_practice
SELECT framework, indicator, period, participant, position, version, kind, text FROM practice
ORDER BY framework, indicator, period, participant, position

-- name: filed_periods
SELECT framework, period, release, released_at, roster FROM period ORDER BY framework, period

-- name: clear_vintage
DELETE FROM vintage

-- name: clear_official
DELETE FROM official

-- name: clear_revision
DELETE FROM official_revision

-- name: clear_progress
DELETE FROM sdg_progress

-- name: clear_target_progress
DELETE FROM sdg_target_progress
