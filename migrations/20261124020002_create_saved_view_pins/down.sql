DROP TABLE saved_view_pins;
