CREATE TABLE dashboard_layouts (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- A person's own arrangement, or the one that a role begins with: one of the two is set.
    user_id BIGINT NULL,
    role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- The tiles in their order, as JSON: name, size, whether shown. Empty where it was reset.
    tiles TEXT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    updated_at DATETIME(6) NOT NULL,
    UNIQUE KEY dashboard_layouts_user (user_id),
    UNIQUE KEY dashboard_layouts_role (role),
    CONSTRAINT dashboard_layouts_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
