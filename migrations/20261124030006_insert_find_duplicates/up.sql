INSERT INTO jobs (kind, payload, state, run_at, created_at)
VALUES ('find_duplicates', '', 'waiting', '2026-01-01 00:00:00', '2026-01-01 00:00:00');
