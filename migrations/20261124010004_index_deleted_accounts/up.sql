-- The trash, newest first, and what is to be purged.
ALTER TABLE accounts ADD KEY accounts_deleted_at (deleted_at);
