ALTER TABLE jobs
    DROP FOREIGN KEY jobs_operation_fk,
    DROP KEY jobs_operation,
    DROP COLUMN operation_id;
