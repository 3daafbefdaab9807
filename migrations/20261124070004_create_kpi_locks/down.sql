DROP TABLE kpi_locks;
