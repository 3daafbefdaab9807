CREATE TABLE search_postings (
    word_id BIGINT NOT NULL,
    kind TINYINT NOT NULL,
    field TINYINT NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (word_id, kind, field, record_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
