CREATE TABLE saved_view_pins (
    user_id BIGINT NOT NULL,
    view_id BIGINT NOT NULL,
    PRIMARY KEY (user_id, view_id),
    KEY saved_view_pins_view (view_id),
    CONSTRAINT saved_view_pins_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT saved_view_pins_view_fk FOREIGN KEY (view_id) REFERENCES saved_views (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;
