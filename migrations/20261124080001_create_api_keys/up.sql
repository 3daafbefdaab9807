CREATE TABLE api_keys (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    -- The beginning of the key, by which people recognise it.
    prefix VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_hash BINARY(32) NOT NULL,
    -- The most it may do, whatever its maker may.
    role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 'accounts:write contacts:read'; a resource that is not named is closed.
    scopes VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Networks that it may come from, with blanks between; empty for all.
    addresses VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Who made it; NULL for the keys of the configuration.
    created_by BIGINT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NULL,
    revoked_at DATETIME(6) NULL,
    last_used_at DATETIME(6) NULL,
    last_used_from VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY api_keys_key_hash (key_hash),
    KEY api_keys_maker (created_by),
    CONSTRAINT api_keys_maker_fk FOREIGN KEY (created_by) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
