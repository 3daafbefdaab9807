CREATE TABLE search_suffixes (
    suffix VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    word_id BIGINT NOT NULL,
    writer INT NOT NULL,
    at TINYINT NOT NULL,
    PRIMARY KEY (suffix, word_id, writer)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
