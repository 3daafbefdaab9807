CREATE TABLE drafts (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id BIGINT NOT NULL,
    -- The page on which the form is found, without the host.
    page VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- All zero for a draft; else the hash of what a browser holds whose session ended, until somebody signs in there.
    ticket_hash BINARY(32) NOT NULL,
    -- The form as a browser sends it.
    fields MEDIUMTEXT NOT NULL,
    saved_at DATETIME(6) NOT NULL,
    UNIQUE KEY drafts_page (user_id, page, ticket_hash),
    KEY drafts_ticket (ticket_hash),
    KEY drafts_saved (saved_at),
    CONSTRAINT drafts_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
