CREATE TABLE affiliations (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    contact_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    role VARCHAR(100) NOT NULL DEFAULT '',
    from_date DATE NULL,
    to_date DATE NULL,
    is_primary BOOLEAN NOT NULL,
    version INT NOT NULL DEFAULT 1,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    -- At most one living primary affiliation a contact.
    primary_contact_id BIGINT GENERATED ALWAYS AS (CASE WHEN deleted_at IS NULL AND is_primary THEN contact_id END) STORED,
    UNIQUE KEY affiliations_primary (primary_contact_id),
    KEY affiliations_contact (contact_id, deleted_at),
    KEY affiliations_account (account_id, deleted_at),
    CONSTRAINT affiliations_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id),
    CONSTRAINT affiliations_account_fk FOREIGN KEY (account_id) REFERENCES accounts (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
