DROP TABLE search_suffixes;
