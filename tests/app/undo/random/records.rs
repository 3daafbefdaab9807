//! The records as rows of text: what is living, without version, times, and what is derived from the time.
use diesel::prelude::*;
use diesel::sql_types::Text;
use minimata::db::Conn;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const ACCOUNTS: &str = "SELECT CONCAT_WS('|', id, name, name_key, kind, organisation_number, email, email_key, phone,
    phone_key, website, street, postal_code, city, country, industry, IFNULL(employees, '-'), IFNULL(members, '-'), status,
    IFNULL(owner_id, '-'), IFNULL(parent_id, '-'), description, external_id, other_facts) AS line
    FROM accounts WHERE deleted_at IS NULL ORDER BY id";
const CONTACTS: &str = "SELECT CONCAT_WS('|', id, first_name, last_name, sort_name, name_key, email, email_key, phone,
    phone_key, mobile, mobile_key, title, city, country, IFNULL(owner_id, '-'), notes, external_id, other_facts) AS line
    FROM contacts WHERE deleted_at IS NULL ORDER BY id";
const ROLES: &str = "SELECT CONCAT_WS('|', id, contact_id, account_id, role, IFNULL(from_date, '-'),
    IFNULL(to_date, '-'), is_primary) AS line FROM affiliations WHERE deleted_at IS NULL ORDER BY id";
const ACCOUNT_TAGS: &str = "SELECT CONCAT_WS('|', account_id, tags.name) AS line FROM account_tags
    JOIN accounts ON accounts.id = account_id JOIN tags ON tags.id = tag_id
    WHERE deleted_at IS NULL ORDER BY account_id, tags.name";
const CONTACT_TAGS: &str = "SELECT CONCAT_WS('|', contact_id, tags.name) AS line FROM contact_tags
    JOIN contacts ON contacts.id = contact_id JOIN tags ON tags.id = tag_id
    WHERE deleted_at IS NULL ORDER BY contact_id, tags.name";
/// Contacts of whose living roles not exactly one is the primary one.
const MARKS: &str =
    "SELECT CAST(contact_id AS CHAR) AS line FROM affiliations WHERE deleted_at IS NULL
    GROUP BY contact_id HAVING SUM(is_primary) <> 1";

fn lines(conn: &mut Conn, query: &str) -> QueryResult<Vec<String>> {
    let lines: Vec<Line> = diesel::sql_query(query).load(conn)?;
    Ok(lines.into_iter().map(|one| one.line).collect())
}

pub fn snapshot(conn: &mut Conn) -> QueryResult<[Vec<String>; 5]> {
    Ok([
        lines(conn, ACCOUNTS)?,
        lines(conn, CONTACTS)?,
        lines(conn, ROLES)?,
        lines(conn, ACCOUNT_TAGS)?,
        lines(conn, CONTACT_TAGS)?,
    ])
}

pub fn wrong_marks(conn: &mut Conn) -> QueryResult<Vec<String>> {
    lines(conn, MARKS)
}
