-- Vintages of official statistics.

-- name: official_participants
SELECT code, m49 FROM participant ORDER BY code

-- name: official_series_codes
SELECT code FROM series ORDER BY code

-- A vintage with this content which no later one (up to $label) has touched a series of.
-- name: official_same
SELECT v.id, v.label, v.number FROM vintage AS v
WHERE v.digest = $digest AND v.label >= $from AND v.label <= $label
	AND NOT EXISTS (
		SELECT 1 FROM vintage AS w JOIN official_value AS o ON o.vintage = w.id
		WHERE (w.label > v.label OR (w.label = v.label AND w.number > v.number)) AND w.label <= $label
			AND o.series IN (SELECT s.series FROM official_value AS s WHERE s.vintage = v.id))
ORDER BY v.label DESC, v.number DESC
LIMIT 1

-- name: official_next_number
SELECT COALESCE(MAX(number), 0) + 1 FROM vintage WHERE label = $label

-- name: official_vintage_insert
INSERT INTO vintage (label, number, source, origin, digest, fetched_at)
VALUES ($label, $number, $source, $origin, $digest, $at)

-- name: official_value_insert
INSERT INTO official_value (vintage, series, participant, dims, year, value, value_text, nature, units)
VALUES ($vintage, $series, $participant, $dims, $year, $value, $value_text, $nature, $units)

-- name: official_conflict_insert
INSERT INTO official_conflict (vintage, series, participant, dims, year, value_text)
VALUES ($vintage, $series, $participant, $dims, $year, $value_text)
