-- name: catalogue_changed
UPDATE catalogue_state SET generation = generation + 1
