CREATE TABLE saved_views (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    -- Which list it is a view of: accounts, contacts.
    list VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(100) NOT NULL,
    -- Folded for matching: see fields::fold.
    name_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- The list's query string: filters, order and columns.
    query TEXT NOT NULL,
    -- The least role that sees it; NULL for its owner alone.
    shared_with VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version INT NOT NULL DEFAULT 1,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    -- One living view of a name for each owner and list.
    living_name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (CASE WHEN deleted_at IS NULL THEN name_key END) STORED,
    UNIQUE KEY saved_views_living_name (owner_id, list, living_name),
    KEY saved_views_shared (deleted_at, shared_with),
    CONSTRAINT saved_views_owner_fk FOREIGN KEY (owner_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
