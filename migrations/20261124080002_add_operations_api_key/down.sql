ALTER TABLE operations DROP COLUMN api_key_id;
