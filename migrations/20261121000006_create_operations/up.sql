CREATE TABLE operations (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Through what it was done: page, form, import, cli, system.
    channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id BIGINT NULL,
    address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at DATETIME(6) NOT NULL,
    subject_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    subject_id BIGINT NULL,
    -- JSON with what the sentence names; the sentence is made when it is read, in the reader's language.
    data TEXT NOT NULL,
    -- Sent by a create form, so that a repeated post finds what the first one made.
    idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    UNIQUE KEY operations_idempotency_key (idempotency_key),
    KEY operations_at (at, id),
    KEY operations_user (user_id, at, id),
    KEY operations_kind (kind, at, id),
    KEY operations_channel (channel, at, id),
    KEY operations_subject (subject_type, subject_id, id),
    CONSTRAINT operations_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
