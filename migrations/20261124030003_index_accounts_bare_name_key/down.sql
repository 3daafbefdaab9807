ALTER TABLE accounts DROP KEY accounts_bare_name_key;
