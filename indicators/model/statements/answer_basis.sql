-- name: answer_evidence_ever
SELECT e.id, e.kind, e.text, e.file, e.shareable, p.name, e.added_at, e.removed_at, f.size, f.type
FROM evidence e
LEFT JOIN person p ON p.id = e.added_by
LEFT JOIN evidence_file f ON f.hash = e.file
WHERE e.answer = $answer ORDER BY e.id
-- name: answer_accepted_before
SELECT a.id, CASE WHEN a.state = 'accepted' THEN a.revision ELSE a.released_revision END, r.period, a.indicator_version,
	CASE WHEN a.state = 'accepted' THEN a.audience ELSE a.released_audience END
FROM answer a
JOIN round r ON r.id = a.round
JOIN indicator_version v ON v.id = a.indicator_version
JOIN indicator_version here ON here.id = $version AND here.indicator = v.indicator
WHERE a.participant = $participant AND r.period < $period AND (a.state = 'accepted' OR a.released_revision IS NOT NULL)
ORDER BY r.period DESC LIMIT 1
