CREATE TABLE backups (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- The file's name, without where it is.
    name VARCHAR(200) NOT NULL,
    sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes BIGINT NOT NULL,
    taken_at DATETIME(6) NOT NULL,
    -- When it was last restored elsewhere and found to be the same; NULL: never.
    proven_at DATETIME(6) NULL,
    UNIQUE KEY backups_sha256 (sha256),
    KEY backups_taken_at (taken_at),
    KEY backups_proven_at (proven_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
