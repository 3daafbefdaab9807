DELETE FROM jobs WHERE kind = 'purge';
