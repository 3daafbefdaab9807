CREATE TABLE search_builds (
    id TINYINT NOT NULL PRIMARY KEY,
    rules INT NOT NULL,
    built_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
