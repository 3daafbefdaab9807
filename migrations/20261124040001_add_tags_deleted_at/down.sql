ALTER TABLE tags DROP COLUMN deleted_at;
