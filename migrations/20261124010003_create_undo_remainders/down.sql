DROP TABLE undo_remainders;
