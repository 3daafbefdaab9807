CREATE TABLE answered_requests (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- SHA-256 of whoever asked and their Idempotency-Key.
    key_hash BINARY(32) NOT NULL,
    -- SHA-256 of method, address and body.
    request_hash BINARY(32) NOT NULL,
    status INT NOT NULL,
    -- JSON object of the headers that belong to the answer.
    headers TEXT NOT NULL,
    body MEDIUMTEXT NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    UNIQUE KEY answered_requests_key_hash (key_hash),
    KEY answered_requests_answered_at (answered_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
