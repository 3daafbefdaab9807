//! How long each field may be. Forms, documentation and the test of the column sizes read this table.

/// Characters of an account's name.
pub const NAME_MAX: usize = 200;
/// Characters of the name of a person who signs in.
pub const USER_NAME_MAX: usize = 100;
/// Characters of a contact's first or last name.
pub const PERSON_NAME_MAX: usize = 100;
/// Characters of an e-mail address.
pub const EMAIL_MAX: usize = 254;
/// Characters of a phone number as typed.
pub const PHONE_MAX: usize = 50;
/// Characters of a website's address, `https://` included.
pub const WEBSITE_MAX: usize = 200;
/// Characters of a street address.
pub const STREET_MAX: usize = 200;
/// Characters of a postal code.
pub const POSTAL_CODE_MAX: usize = 20;
/// Characters of a city.
pub const CITY_MAX: usize = 100;
/// Characters of a country.
pub const COUNTRY_MAX: usize = 100;
/// Characters of an industry.
pub const INDUSTRY_MAX: usize = 100;
/// Characters of a description or of notes.
pub const PARAGRAPH_MAX: usize = 5000;
/// Characters of the id that another system has given a record.
pub const EXTERNAL_ID_MAX: usize = 100;
/// Digits of an organisation number as stored.
pub const ORGANISATION_NUMBER_DIGITS: usize = 10;
/// Characters of an organisation number as typed: with a century or `SE`, hyphens and spaces.
pub const ORGANISATION_NUMBER_TYPED_MAX: usize = 30;
/// Characters of a contact's title.
pub const TITLE_MAX: usize = 100;
/// Characters of a contact's role at an account.
pub const ROLE_MAX: usize = 100;
/// Characters of a tag.
pub const TAG_MAX: usize = 50;
/// Characters of the name of a saved view.
pub const SAVED_VIEW_NAME_MAX: usize = 100;
/// Characters of the name of the organisation that runs this installation.
pub const ORGANISATION_NAME_MAX: usize = 100;
/// Characters of a KPI's unit.
pub const KPI_UNIT_MAX: usize = 20;
/// Characters of a note on a KPI's value, and of the reason of a correction.
pub const KPI_NOTE_MAX: usize = 500;
/// The largest number of employees or members.
pub const INTEGER_MAX: i32 = 2_000_000_000;
/// Characters a password has at least.
pub const PASSWORD_MIN: usize = 12;
/// Bytes a password has at most: more is refused before it is hashed.
pub const PASSWORD_MAX_BYTES: usize = 1024;

/// One text column and what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRule {
    /// The table, such as `accounts`.
    pub record: &'static str,
    /// The column, such as `postal_code`.
    pub field: &'static str,
    /// Unicode scalar values, counted as `VARCHAR(n)` counts them, in the form that is stored.
    pub max_chars: usize,
    /// The rule in words, for the documentation.
    pub what: &'static str,
}

const LINE: &str = "one line of text";
const PARAGRAPHS: &str = "text with line breaks and tabs";
const EMAIL: &str = "one e-mail address";
const PHONE: &str = "a phone number as typed, with at least one digit";
const WEBSITE: &str =
    "an http or https address without user name or password; https:// is added when left out";
const NUMBER: &str = "ten digits with a right check digit; typed as 802481-1234, with a century or as an SE VAT number";

/// Every text field of every record.
pub const RULES: &[FieldRule] = &[
    rule("users", "name", USER_NAME_MAX, LINE),
    rule("users", "email", EMAIL_MAX, EMAIL),
    rule("settings", "organisation_name", ORGANISATION_NAME_MAX, LINE),
    rule("tags", "name", TAG_MAX, LINE),
    rule("accounts", "name", NAME_MAX, LINE),
    rule(
        "accounts",
        "organisation_number",
        ORGANISATION_NUMBER_DIGITS,
        NUMBER,
    ),
    rule("accounts", "email", EMAIL_MAX, EMAIL),
    rule("accounts", "phone", PHONE_MAX, PHONE),
    rule("accounts", "website", WEBSITE_MAX, WEBSITE),
    rule("accounts", "street", STREET_MAX, LINE),
    rule("accounts", "postal_code", POSTAL_CODE_MAX, LINE),
    rule("accounts", "city", CITY_MAX, LINE),
    rule("accounts", "country", COUNTRY_MAX, LINE),
    rule("accounts", "industry", INDUSTRY_MAX, LINE),
    rule("accounts", "description", PARAGRAPH_MAX, PARAGRAPHS),
    rule("accounts", "external_id", EXTERNAL_ID_MAX, LINE),
    rule("contacts", "first_name", PERSON_NAME_MAX, LINE),
    rule("contacts", "last_name", PERSON_NAME_MAX, LINE),
    rule("contacts", "email", EMAIL_MAX, EMAIL),
    rule("contacts", "phone", PHONE_MAX, PHONE),
    rule("contacts", "mobile", PHONE_MAX, PHONE),
    rule("contacts", "title", TITLE_MAX, LINE),
    rule("contacts", "city", CITY_MAX, LINE),
    rule("contacts", "country", COUNTRY_MAX, LINE),
    rule("contacts", "notes", PARAGRAPH_MAX, PARAGRAPHS),
    rule("contacts", "external_id", EXTERNAL_ID_MAX, LINE),
    rule("affiliations", "role", ROLE_MAX, LINE),
    rule("kpi_definitions", "name", NAME_MAX, LINE),
    rule("kpi_definitions", "meaning", PARAGRAPH_MAX, PARAGRAPHS),
    rule("kpi_definitions", "unit", KPI_UNIT_MAX, LINE),
    rule("kpi_values", "note", KPI_NOTE_MAX, LINE),
    rule("saved_views", "name", SAVED_VIEW_NAME_MAX, LINE),
];

const fn rule(
    record: &'static str,
    field: &'static str,
    max_chars: usize,
    what: &'static str,
) -> FieldRule {
    FieldRule {
        record,
        field,
        max_chars,
        what,
    }
}

/// The most characters `field` of `record` takes, if it is a text field: an input's `maxlength`.
pub fn max_chars(record: &str, field: &str) -> Option<usize> {
    RULES
        .iter()
        .find(|rule| rule.record == record && rule.field == field)
        .map(|rule| rule.max_chars)
}
