ALTER TABLE contacts DROP KEY contacts_account_name;
