CREATE TABLE account_tags (
    account_id BIGINT NOT NULL,
    tag_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, tag_id),
    KEY account_tags_tag (tag_id, account_id),
    CONSTRAINT account_tags_account_fk FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT account_tags_tag_fk FOREIGN KEY (tag_id) REFERENCES tags (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
