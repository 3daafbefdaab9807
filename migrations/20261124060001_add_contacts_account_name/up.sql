-- The account that the contact is at, for sorting: kept true by contacts::account_names.
ALTER TABLE contacts ADD COLUMN account_name VARCHAR(200) NOT NULL DEFAULT '';
