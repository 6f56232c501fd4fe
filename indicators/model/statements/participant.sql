-- Participants and their names.

-- name: participant_all
SELECT p.code, p.m49, p.status, p.valid_from, p.valid_to, t.title
FROM participant AS p LEFT JOIN participant_text AS t ON t.participant = p.code AND t.lang = $lang
ORDER BY p.code

-- name: participant_by_code
SELECT m49, status, valid_from, valid_to FROM participant WHERE code = $code

-- name: participant_by_m49
SELECT code FROM participant WHERE m49 = $m49

-- name: participant_texts
SELECT lang, title FROM participant_text WHERE participant = $code ORDER BY lang

-- name: participant_put
INSERT INTO participant (code, m49, status, valid_from, valid_to)
VALUES ($code, $m49, $status, $valid_from, $valid_to)
ON CONFLICT (code) DO UPDATE SET m49 = excluded.m49, status = excluded.status,
	valid_from = excluded.valid_from, valid_to = excluded.valid_to

-- name: participant_text_put
INSERT INTO participant_text (participant, lang, title) VALUES ($code, $lang, $title)
ON CONFLICT (participant, lang) DO UPDATE SET title = excluded.title
