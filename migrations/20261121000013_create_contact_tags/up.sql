CREATE TABLE contact_tags (
    contact_id BIGINT NOT NULL,
    tag_id BIGINT NOT NULL,
    PRIMARY KEY (contact_id, tag_id),
    KEY contact_tags_tag (tag_id, contact_id),
    CONSTRAINT contact_tags_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id),
    CONSTRAINT contact_tags_tag_fk FOREIGN KEY (tag_id) REFERENCES tags (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
