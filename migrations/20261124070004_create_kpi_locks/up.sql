CREATE TABLE kpi_locks (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cadence VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period DATE NOT NULL,
    is_locked BOOL NOT NULL,
    changed_by BIGINT NULL,
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY kpi_locks_period (cadence, period),
    CONSTRAINT kpi_locks_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
