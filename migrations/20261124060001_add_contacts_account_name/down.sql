ALTER TABLE contacts DROP COLUMN account_name;
