CREATE TABLE throttles (
    -- What is slowed: "account:HASH" or "address:IP", with the reason in front.
    subject VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    failures INT NOT NULL,
    last_failure_at DATETIME(6) NOT NULL,
    blocked_until DATETIME(6) NOT NULL,
    KEY throttles_last_failure (last_failure_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
