CREATE TABLE changes (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    operation_id BIGINT NOT NULL,
    subject_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id BIGINT NOT NULL,
    action VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- JSON objects with the fields that differ.
    before_values MEDIUMTEXT NOT NULL,
    after_values MEDIUMTEXT NOT NULL,
    -- The operations of a record are read from the index alone.
    KEY changes_subject (subject_type, subject_id, operation_id),
    KEY changes_operation (operation_id, id),
    CONSTRAINT changes_operation_fk FOREIGN KEY (operation_id) REFERENCES operations (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
