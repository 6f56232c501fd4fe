-- Secrets of the installation.

-- name: secret
SELECT value FROM secret WHERE name = $name
