DELETE FROM jobs WHERE kind = 'find_duplicates';
