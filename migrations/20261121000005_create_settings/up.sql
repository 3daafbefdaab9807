CREATE TABLE settings (
    id TINYINT NOT NULL PRIMARY KEY,
    organisation_name VARCHAR(100) NOT NULL,
    locale VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    trash_days INT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    updated_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
