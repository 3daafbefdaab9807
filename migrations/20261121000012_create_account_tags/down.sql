DROP TABLE account_tags;
