-- The trash, newest first, and what is to be purged.
ALTER TABLE contacts ADD KEY contacts_deleted_at (deleted_at);
