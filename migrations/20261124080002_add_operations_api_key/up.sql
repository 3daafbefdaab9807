ALTER TABLE operations
    ADD COLUMN api_key_id BIGINT NULL AFTER user_id;
