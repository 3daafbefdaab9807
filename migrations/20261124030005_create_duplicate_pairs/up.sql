-- Likely duplicates over the whole register, found by a job: the list that is worked off.
CREATE TABLE duplicate_pairs (
    record_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The smaller id first, so that a pair is one row.
    low_id BIGINT NOT NULL,
    high_id BIGINT NOT NULL,
    -- Small for many and strong reasons: the order of the list.
    weight INT NOT NULL,
    -- Codes of duplicates::Reason, the strongest first.
    reasons VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (record_type, low_id, high_id),
    KEY duplicate_pairs_weight (record_type, weight, low_id, high_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
