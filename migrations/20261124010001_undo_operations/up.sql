-- An undo is an operation of its own that names the one it took back. Unique: nothing is undone twice.
ALTER TABLE operations
    ADD COLUMN undoes_id BIGINT NULL,
    ADD UNIQUE KEY operations_undoes_id (undoes_id),
    ADD CONSTRAINT operations_undoes_fk FOREIGN KEY (undoes_id) REFERENCES operations (id);
