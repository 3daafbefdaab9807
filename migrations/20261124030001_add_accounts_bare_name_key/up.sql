-- The name as it is compared with others: folded, without words of the legal form. See fields::fold::bare.
ALTER TABLE accounts ADD COLUMN bare_name_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER name_key;
