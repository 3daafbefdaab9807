DELETE FROM jobs WHERE kind = 'count_kpis';
