ALTER TABLE accounts ADD KEY accounts_bare_name_key (bare_name_key, city);
