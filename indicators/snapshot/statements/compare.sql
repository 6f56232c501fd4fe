-- The comparison builder: chosen indicators and domains, participants and periods.

-- name: compare_answers
SELECT participant, period, status, value, score, suppressed FROM answer
WHERE framework = $framework AND indicator = $indicator

-- In which periods an indicator was asked, and by which definition.
-- name: compare_asked
SELECT period, version FROM questionnaire
WHERE framework = $framework AND indicator = $indicator

-- $domain '' is all domains together.
-- name: compare_scores
SELECT participant, period, score, n_scored, n_possible FROM domain_score
WHERE framework = $framework AND domain = $domain

-- name: compare_domain_asked
SELECT period, basis FROM domain_regional
WHERE framework = $framework AND domain = $domain

-- name: compare_expected
SELECT period, participant FROM expected WHERE framework = $framework
