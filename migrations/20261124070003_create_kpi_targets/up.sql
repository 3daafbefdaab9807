CREATE TABLE kpi_targets (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    definition_id BIGINT NOT NULL,
    period DATE NOT NULL,
    target DECIMAL(18,6) NULL,
    version INT NOT NULL DEFAULT 1,
    set_by BIGINT NULL,
    set_at DATETIME(6) NOT NULL,
    UNIQUE KEY kpi_targets_period (definition_id, period),
    CONSTRAINT kpi_targets_definition_fk FOREIGN KEY (definition_id) REFERENCES kpi_definitions (id),
    CONSTRAINT kpi_targets_set_by_fk FOREIGN KEY (set_by) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
