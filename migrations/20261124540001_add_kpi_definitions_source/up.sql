-- Where values come from; for counted ones the address of the list that is counted, and of the one it is a share of.
ALTER TABLE kpi_definitions
    ADD COLUMN source VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'entered',
    ADD COLUMN counted VARCHAR(1000) NOT NULL DEFAULT '',
    ADD COLUMN counted_of VARCHAR(1000) NOT NULL DEFAULT '';
