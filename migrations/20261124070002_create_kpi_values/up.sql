CREATE TABLE kpi_values (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    definition_id BIGINT NOT NULL,
    account_id BIGINT NULL,
    account_key BIGINT GENERATED ALWAYS AS (IFNULL(account_id, 0)) VIRTUAL,
    period DATE NOT NULL,
    value DECIMAL(18,6) NULL,
    note VARCHAR(500) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    entered_by BIGINT NULL,
    entered_at DATETIME(6) NOT NULL,
    UNIQUE KEY kpi_values_cell (definition_id, account_key, period),
    KEY kpi_values_account (account_id),
    CONSTRAINT kpi_values_definition_fk FOREIGN KEY (definition_id) REFERENCES kpi_definitions (id),
    CONSTRAINT kpi_values_account_fk FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT kpi_values_entered_by_fk FOREIGN KEY (entered_by) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
