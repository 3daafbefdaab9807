DROP TABLE search_builds;
