// @generated automatically by Diesel CLI.

diesel::table! {
    accounts (id) {
        id -> BigInt,
        #[max_length = 200]
        name -> Varchar,
        #[max_length = 200]
        name_key -> Varchar,
        #[max_length = 200]
        bare_name_key -> Varchar,
        #[max_length = 12]
        kind -> Varchar,
        #[max_length = 10]
        organisation_number -> Varchar,
        #[max_length = 254]
        email -> Varchar,
        #[max_length = 254]
        email_key -> Varchar,
        #[max_length = 50]
        phone -> Varchar,
        #[max_length = 20]
        phone_key -> Varchar,
        #[max_length = 200]
        website -> Varchar,
        #[max_length = 200]
        street -> Varchar,
        #[max_length = 20]
        postal_code -> Varchar,
        #[max_length = 100]
        city -> Varchar,
        #[max_length = 100]
        country -> Varchar,
        #[max_length = 100]
        industry -> Varchar,
        employees -> Nullable<Integer>,
        members -> Nullable<Integer>,
        #[max_length = 10]
        status -> Varchar,
        owner_id -> Nullable<BigInt>,
        parent_id -> Nullable<BigInt>,
        description -> Text,
        #[max_length = 100]
        external_id -> Varchar,
        other_facts -> Text,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        deleted_at -> Nullable<Datetime>,
        #[max_length = 10]
        living_number -> Nullable<Varchar>,
    }
}

diesel::table! {
    account_tags (account_id, tag_id) {
        account_id -> BigInt,
        tag_id -> BigInt,
    }
}

diesel::table! {
    affiliations (id) {
        id -> BigInt,
        contact_id -> BigInt,
        account_id -> BigInt,
        #[max_length = 100]
        role -> Varchar,
        from_date -> Nullable<Date>,
        to_date -> Nullable<Date>,
        is_primary -> Bool,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        deleted_at -> Nullable<Datetime>,
        primary_contact_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    answered_requests (id) {
        id -> BigInt,
        #[max_length = 32]
        key_hash -> Binary,
        #[max_length = 32]
        request_hash -> Binary,
        status -> Integer,
        headers -> Text,
        body -> Mediumtext,
        answered_at -> Datetime,
    }
}

diesel::table! {
    backups (id) {
        id -> BigInt,
        #[max_length = 200]
        name -> Varchar,
        #[max_length = 64]
        sha256 -> Varchar,
        bytes -> BigInt,
        taken_at -> Datetime,
        proven_at -> Nullable<Datetime>,
    }
}

diesel::table! {
    api_keys (id) {
        id -> BigInt,
        #[max_length = 100]
        name -> Varchar,
        #[max_length = 16]
        prefix -> Varchar,
        #[max_length = 32]
        key_hash -> Binary,
        #[max_length = 10]
        role -> Varchar,
        #[max_length = 500]
        scopes -> Varchar,
        #[max_length = 1000]
        addresses -> Varchar,
        created_by -> Nullable<BigInt>,
        created_at -> Datetime,
        expires_at -> Nullable<Datetime>,
        revoked_at -> Nullable<Datetime>,
        last_used_at -> Nullable<Datetime>,
        #[max_length = 45]
        last_used_from -> Varchar,
    }
}

diesel::table! {
    changes (id) {
        id -> BigInt,
        operation_id -> BigInt,
        #[max_length = 20]
        subject_type -> Varchar,
        subject_id -> BigInt,
        #[max_length = 10]
        action -> Varchar,
        before_values -> Mediumtext,
        after_values -> Mediumtext,
    }
}

diesel::table! {
    contacts (id) {
        id -> BigInt,
        #[max_length = 100]
        first_name -> Varchar,
        #[max_length = 100]
        last_name -> Varchar,
        #[max_length = 202]
        sort_name -> Varchar,
        #[max_length = 201]
        name_key -> Varchar,
        #[max_length = 254]
        email -> Varchar,
        #[max_length = 254]
        email_key -> Varchar,
        #[max_length = 50]
        phone -> Varchar,
        #[max_length = 20]
        phone_key -> Varchar,
        #[max_length = 50]
        mobile -> Varchar,
        #[max_length = 20]
        mobile_key -> Varchar,
        #[max_length = 100]
        title -> Varchar,
        #[max_length = 100]
        city -> Varchar,
        #[max_length = 100]
        country -> Varchar,
        owner_id -> Nullable<BigInt>,
        notes -> Text,
        #[max_length = 100]
        external_id -> Varchar,
        other_facts -> Text,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        deleted_at -> Nullable<Datetime>,
        #[max_length = 200]
        account_name -> Varchar,
    }
}

diesel::table! {
    contact_tags (contact_id, tag_id) {
        contact_id -> BigInt,
        tag_id -> BigInt,
    }
}

diesel::table! {
    dashboard_layouts (id) {
        id -> BigInt,
        user_id -> Nullable<BigInt>,
        #[max_length = 10]
        role -> Nullable<Varchar>,
        tiles -> Text,
        version -> Integer,
        updated_at -> Datetime,
    }
}

diesel::table! {
    distinct_pairs (record_type, low_id, high_id) {
        #[max_length = 20]
        record_type -> Varchar,
        low_id -> BigInt,
        high_id -> BigInt,
        user_id -> Nullable<BigInt>,
        created_at -> Datetime,
    }
}

diesel::table! {
    drafts (id) {
        id -> BigInt,
        user_id -> BigInt,
        #[max_length = 200]
        page -> Varchar,
        #[max_length = 32]
        ticket_hash -> Binary,
        fields -> Mediumtext,
        saved_at -> Datetime,
    }
}

diesel::table! {
    duplicate_pairs (record_type, low_id, high_id) {
        #[max_length = 20]
        record_type -> Varchar,
        low_id -> BigInt,
        high_id -> BigInt,
        weight -> Integer,
        #[max_length = 100]
        reasons -> Varchar,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        #[max_length = 40]
        kind -> Varchar,
        payload -> Mediumtext,
        #[max_length = 10]
        state -> Varchar,
        attempts -> Integer,
        run_at -> Datetime,
        #[max_length = 40]
        claimed_by -> Nullable<Varchar>,
        claimed_at -> Nullable<Datetime>,
        progress -> BigInt,
        total -> BigInt,
        #[max_length = 500]
        last_error -> Varchar,
        created_at -> Datetime,
        finished_at -> Nullable<Datetime>,
        operation_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    kpi_definitions (id) {
        id -> BigInt,
        #[max_length = 200]
        name -> Varchar,
        #[max_length = 200]
        name_key -> Varchar,
        meaning -> Text,
        #[max_length = 20]
        unit -> Varchar,
        unit_before -> Bool,
        decimals -> Integer,
        #[max_length = 8]
        cadence -> Varchar,
        #[max_length = 4]
        direction -> Varchar,
        amber_limit -> Decimal,
        red_limit -> Decimal,
        owner_id -> Nullable<BigInt>,
        #[max_length = 12]
        scope -> Varchar,
        #[max_length = 4]
        totalling -> Varchar,
        first_period -> Date,
        staff_enters -> Bool,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        archived_at -> Nullable<Datetime>,
        #[max_length = 8]
        source -> Varchar,
        #[max_length = 1000]
        counted -> Varchar,
        #[max_length = 1000]
        counted_of -> Varchar,
    }
}

diesel::table! {
    kpi_locks (id) {
        id -> BigInt,
        #[max_length = 8]
        cadence -> Varchar,
        period -> Date,
        is_locked -> Bool,
        changed_by -> Nullable<BigInt>,
        changed_at -> Datetime,
    }
}

diesel::table! {
    kpi_targets (id) {
        id -> BigInt,
        definition_id -> BigInt,
        period -> Date,
        target -> Nullable<Decimal>,
        version -> Integer,
        set_by -> Nullable<BigInt>,
        set_at -> Datetime,
    }
}

diesel::table! {
    kpi_values (id) {
        id -> BigInt,
        definition_id -> BigInt,
        account_id -> Nullable<BigInt>,
        account_key -> Nullable<BigInt>,
        period -> Date,
        value -> Nullable<Decimal>,
        #[max_length = 500]
        note -> Varchar,
        version -> Integer,
        entered_by -> Nullable<BigInt>,
        entered_at -> Datetime,
    }
}

diesel::table! {
    one_time_links (id) {
        id -> BigInt,
        #[max_length = 12]
        purpose -> Varchar,
        #[max_length = 32]
        token_hash -> Binary,
        user_id -> Nullable<BigInt>,
        created_by -> Nullable<BigInt>,
        created_at -> Datetime,
        expires_at -> Datetime,
        used_at -> Nullable<Datetime>,
    }
}

diesel::table! {
    operations (id) {
        id -> BigInt,
        #[max_length = 40]
        kind -> Varchar,
        #[max_length = 10]
        channel -> Varchar,
        user_id -> Nullable<BigInt>,
        api_key_id -> Nullable<BigInt>,
        #[max_length = 45]
        address -> Varchar,
        at -> Datetime,
        #[max_length = 20]
        subject_type -> Nullable<Varchar>,
        subject_id -> Nullable<BigInt>,
        data -> Text,
        #[max_length = 64]
        idempotency_key -> Nullable<Varchar>,
        undoes_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    saved_views (id) {
        id -> BigInt,
        owner_id -> BigInt,
        #[max_length = 20]
        list -> Varchar,
        #[max_length = 100]
        name -> Varchar,
        #[max_length = 100]
        name_key -> Varchar,
        query -> Text,
        #[max_length = 10]
        shared_with -> Nullable<Varchar>,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        deleted_at -> Nullable<Datetime>,
        #[max_length = 100]
        living_name -> Nullable<Varchar>,
    }
}

diesel::table! {
    saved_view_pins (user_id, view_id) {
        user_id -> BigInt,
        view_id -> BigInt,
    }
}

diesel::table! {
    search_builds (id) {
        id -> TinyInt,
        rules -> Integer,
        built_at -> Datetime,
    }
}

diesel::table! {
    search_entries (kind, record_id) {
        kind -> TinyInt,
        record_id -> BigInt,
        #[max_length = 250]
        name -> Varchar,
        #[max_length = 250]
        plain_name -> Varchar,
        words -> Mediumtext,
        plain_text -> Mediumtext,
    }
}

diesel::table! {
    search_postings (word_id, kind, field, record_id) {
        word_id -> BigInt,
        kind -> TinyInt,
        field -> TinyInt,
        record_id -> BigInt,
    }
}

diesel::table! {
    search_suffixes (suffix, word_id, writer) {
        #[max_length = 32]
        suffix -> Varchar,
        word_id -> BigInt,
        writer -> Integer,
        at -> TinyInt,
    }
}

diesel::table! {
    search_words (id, writer) {
        id -> BigInt,
        writer -> Integer,
        #[max_length = 64]
        word -> Varchar,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        #[max_length = 32]
        token_hash -> Binary,
        user_id -> BigInt,
        created_at -> Datetime,
        last_seen_at -> Datetime,
        #[max_length = 300]
        user_agent -> Varchar,
        #[max_length = 45]
        address -> Varchar,
    }
}

diesel::table! {
    settings (id) {
        id -> TinyInt,
        #[max_length = 100]
        organisation_name -> Varchar,
        #[max_length = 5]
        locale -> Varchar,
        #[max_length = 64]
        time_zone -> Varchar,
        trash_days -> Integer,
        version -> Integer,
        updated_at -> Datetime,
    }
}

diesel::table! {
    tags (id) {
        id -> BigInt,
        #[max_length = 50]
        name -> Varchar,
        #[max_length = 50]
        name_key -> Varchar,
        #[max_length = 10]
        colour -> Varchar,
        version -> Integer,
        created_at -> Datetime,
        deleted_at -> Nullable<Datetime>,
    }
}

diesel::table! {
    throttles (subject) {
        #[max_length = 120]
        subject -> Varchar,
        failures -> Integer,
        last_failure_at -> Datetime,
        blocked_until -> Datetime,
    }
}

diesel::table! {
    undo_remainders (operation_id, change_id) {
        operation_id -> BigInt,
        change_id -> BigInt,
        obstacles -> Text,
    }
}

diesel::table! {
    users (id) {
        id -> BigInt,
        #[max_length = 254]
        email -> Varchar,
        #[max_length = 254]
        email_key -> Varchar,
        #[max_length = 100]
        name -> Varchar,
        #[max_length = 255]
        password_hash -> Nullable<Varchar>,
        #[max_length = 10]
        role -> Varchar,
        #[max_length = 10]
        status -> Varchar,
        #[max_length = 5]
        locale -> Varchar,
        #[max_length = 64]
        time_zone -> Varchar,
        #[max_length = 10]
        theme -> Varchar,
        #[max_length = 10]
        density -> Varchar,
        hotkeys -> Bool,
        #[max_length = 45]
        registered_from -> Varchar,
        version -> Integer,
        created_at -> Datetime,
        updated_at -> Datetime,
        approved_at -> Nullable<Datetime>,
        last_signed_in_at -> Nullable<Datetime>,
    }
}

diesel::joinable!(accounts -> users (owner_id));
diesel::joinable!(account_tags -> accounts (account_id));
diesel::joinable!(account_tags -> tags (tag_id));
diesel::joinable!(affiliations -> accounts (account_id));
diesel::joinable!(affiliations -> contacts (contact_id));
diesel::joinable!(api_keys -> users (created_by));
diesel::joinable!(changes -> operations (operation_id));
diesel::joinable!(contacts -> users (owner_id));
diesel::joinable!(contact_tags -> contacts (contact_id));
diesel::joinable!(contact_tags -> tags (tag_id));
diesel::joinable!(dashboard_layouts -> users (user_id));
diesel::joinable!(distinct_pairs -> users (user_id));
diesel::joinable!(jobs -> operations (operation_id));
diesel::joinable!(kpi_definitions -> users (owner_id));
diesel::joinable!(kpi_locks -> users (changed_by));
diesel::joinable!(kpi_targets -> kpi_definitions (definition_id));
diesel::joinable!(kpi_targets -> users (set_by));
diesel::joinable!(kpi_values -> accounts (account_id));
diesel::joinable!(kpi_values -> kpi_definitions (definition_id));
diesel::joinable!(kpi_values -> users (entered_by));
diesel::joinable!(drafts -> users (user_id));
diesel::joinable!(one_time_links -> users (user_id));
diesel::joinable!(operations -> users (user_id));
diesel::joinable!(saved_views -> users (owner_id));
diesel::joinable!(saved_view_pins -> saved_views (view_id));
diesel::joinable!(saved_view_pins -> users (user_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(undo_remainders -> changes (change_id));
diesel::joinable!(undo_remainders -> operations (operation_id));

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    account_tags,
    affiliations,
    answered_requests,
    backups,
    api_keys,
    changes,
    contacts,
    contact_tags,
    dashboard_layouts,
    distinct_pairs,
    duplicate_pairs,
    jobs,
    kpi_definitions,
    kpi_locks,
    kpi_targets,
    kpi_values,
    one_time_links,
    operations,
    saved_views,
    saved_view_pins,
    search_builds,
    search_entries,
    search_postings,
    search_suffixes,
    search_words,
    sessions,
    settings,
    tags,
    throttles,
    undo_remainders,
    users,
);
