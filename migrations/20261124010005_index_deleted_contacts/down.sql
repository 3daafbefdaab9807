ALTER TABLE contacts DROP KEY contacts_deleted_at;
