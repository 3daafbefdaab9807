INSERT INTO jobs (kind, payload, state, run_at, created_at)
SELECT 'count_kpis', '', 'waiting', '2026-01-01 00:00:00', '2026-01-01 00:00:00' FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM jobs AS j WHERE j.kind = 'count_kpis');
