ALTER TABLE contacts ADD KEY contacts_account_name (deleted_at, account_name, id);
