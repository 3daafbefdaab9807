ALTER TABLE operations
    DROP FOREIGN KEY operations_undoes_fk,
    DROP KEY operations_undoes_id,
    DROP COLUMN undoes_id;
