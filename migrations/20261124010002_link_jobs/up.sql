-- The operation that a job works for: its page shows how far the job has come.
ALTER TABLE jobs
    ADD COLUMN operation_id BIGINT NULL,
    ADD KEY jobs_operation (operation_id, id),
    ADD CONSTRAINT jobs_operation_fk FOREIGN KEY (operation_id) REFERENCES operations (id);
