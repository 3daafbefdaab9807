INSERT INTO jobs (kind, payload, state, run_at, created_at)
SELECT 'purge', '', 'waiting', '2026-01-01 00:00:00', '2026-01-01 00:00:00' FROM settings
WHERE id = 1 AND NOT EXISTS (SELECT * FROM (SELECT kind FROM jobs) AS known WHERE kind = 'purge');
