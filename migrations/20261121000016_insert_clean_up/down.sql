DELETE FROM jobs WHERE kind = 'clean_up';
