-- name: catalogue_changed
UPDATE catalogue_state SET generation = generation + 1
-- name: catalogue_generation
SELECT generation FROM catalogue_state
