UPDATE contacts SET account_name = COALESCE((
    SELECT accounts.name FROM affiliations JOIN accounts ON accounts.id = affiliations.account_id
    WHERE affiliations.contact_id = contacts.id AND affiliations.deleted_at IS NULL AND accounts.deleted_at IS NULL
    ORDER BY affiliations.is_primary DESC, affiliations.id LIMIT 1), '');
