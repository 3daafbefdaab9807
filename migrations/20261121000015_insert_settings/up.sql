INSERT IGNORE INTO settings (id, organisation_name, locale, time_zone, trash_days, version, updated_at)
VALUES (1, '', 'sv', 'Europe/Stockholm', 30, 1, UTC_TIMESTAMP(6));
