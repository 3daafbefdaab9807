ALTER TABLE accounts DROP KEY accounts_deleted_at;
