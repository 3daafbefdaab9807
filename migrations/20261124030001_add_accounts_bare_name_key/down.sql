ALTER TABLE accounts DROP COLUMN bare_name_key;
