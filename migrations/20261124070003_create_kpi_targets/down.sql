DROP TABLE kpi_targets;
