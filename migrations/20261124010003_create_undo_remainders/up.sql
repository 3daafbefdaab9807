CREATE TABLE undo_remainders (
    -- The undo, and the change of the undone operation that it left, wholly or in part.
    operation_id BIGINT NOT NULL,
    change_id BIGINT NOT NULL,
    -- JSON: what stood in the way.
    obstacles TEXT NOT NULL,
    PRIMARY KEY (operation_id, change_id),
    CONSTRAINT undo_remainders_operation_fk FOREIGN KEY (operation_id) REFERENCES operations (id),
    CONSTRAINT undo_remainders_change_fk FOREIGN KEY (change_id) REFERENCES changes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
