-- Pairs of records that somebody has looked at and found to be two: not shown as likely duplicates again.
CREATE TABLE distinct_pairs (
    record_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The smaller id first, so that a pair is one row.
    low_id BIGINT NOT NULL,
    high_id BIGINT NOT NULL,
    user_id BIGINT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (record_type, low_id, high_id),
    CONSTRAINT distinct_pairs_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
