ALTER TABLE kpi_definitions DROP COLUMN source, DROP COLUMN counted, DROP COLUMN counted_of;
