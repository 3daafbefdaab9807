//! What a page can become: refused forms, open panels and menus, conflicts, questions. One line each.
use super::places::Places;
use super::places::Who::{self, Admin, Beginner, First, Staff, Viewer, Visitor};
use super::world::fact;
use crate::support::Page;

/// A name, who gets there, and how.
pub type State = (&'static str, Who, fn(&Page, &Places));

#[rustfmt::skip]
pub const STATES: &[State] = &[
    ("setup-refused",          First,    |page, _| refused(page.goto("/setup"), "#setup")),
    ("login-refused",          Visitor,  |page, _| refused(page.goto("/login"), "#sign-in")),
    ("register-refused",       Visitor,  |page, _| refused(page.goto("/register"), "#register")),
    ("password-refused",       Visitor,  |page, _| refused(page.goto("/password/new"), "#password-new")),
    ("account-refused",        Beginner, |page, _| refused(page.goto("/accounts/new"), "#record-form")),
    ("account-all-wrong",      Staff,    account_all_wrong),
    ("contact-refused",        Staff,    |page, _| refused(page.goto("/contacts/new"), "#record-form")),
    ("fact",                   Staff,    |page, places| _ = fact_open(page, places)),
    ("fact-refused",           Staff,    fact_refused),
    ("fact-conflict",          Staff,    fact_conflict),
    ("adder",                  Staff,    |page, places| open_adder(page, places, "{account}", "people")),
    ("adder-refused",          Staff,    adder_refused),
    ("role-adder",             Staff,    |page, places| open_adder(page, places, "{contact}", "affiliations")),
    ("role-edited",            Staff,    role_edited),
    ("conflict",               Staff,    conflict),
    ("draft",                  Staff,    draft),
    ("filter-panel",           Staff,    filter_panel),
    ("column-panel",           Staff,    |page, _| open(page.goto("/accounts"), "#column-menu")),
    ("changes-filter",         Staff,    |page, _| open(page.goto("/changes"), "#filter-menu")),
    ("view-menu",              Staff,    |page, _| open(page.goto("/accounts"), "#view-menu")),
    ("user-menu",              Staff,    |page, _| open(page.goto("/help"), "#user-menu")),
    ("question",               Staff,    question),
    ("toast",                  Staff,    toast),
    // The last of staff: it ends their session.
    ("text-kept",              Staff,    text_kept),
    ("settings-refused",       Viewer,   settings_refused),
    ("email-refused",          Viewer,   |page, _| refused(page.goto("/settings/email"), "#own-email")),
    ("own-password-refused",   Viewer,   |page, _| refused(page.goto("/settings/password"), "#own-password")),
    ("invitation-refused",     Admin,    |page, _| refused(page.goto("/invitations/new"), "#invitation")),
    ("invitation-link",        Admin,    invitation_link),
    ("organisation-refused",   Admin,    organisation_refused),
    ("last-admin",             Admin,    |page, _| open(page.goto("/people"), "#filter-menu")),
];

/// An empty form, or one filled in wrong, sent as it is.
fn refused(page: &Page, form: &str) {
    page.wait_for(form)
        .click(&format!("{form} [type=submit]"))
        .wait_for(".summary");
}

fn open(page: &Page, menu: &str) {
    page.click(menu)
        .wait_for(&format!("details:has({menu}) .menu-body"));
}

fn account_all_wrong(page: &Page, _: &Places) {
    page.goto("/accounts/new")
        .fill("Organisation number", "802481-1235")
        .fill("E-mail", "inte en adress")
        .fill("Phone", "ring")
        .fill("Website", "ftp://x")
        .fill("Employees", "-1")
        .fill("Members", "många")
        .fill("Parent account", "Finns inte");
    refused(page, "#record-form");
}

fn fact_open(page: &Page, places: &Places) -> String {
    let path = places.path("{account}");
    let phone = fact(&path, "phone");
    page.goto(&path)
        .click(&format!("{phone}-edit"))
        .wait_for("#phone");
    phone
}

fn fact_refused(page: &Page, places: &Places) {
    fact_open(page, places);
    page.fill("#phone", "ring mig")
        .press("Enter")
        .wait_for("#phone-error");
}

fn fact_conflict(page: &Page, places: &Places) {
    let phone = fact_open(page, places);
    overtake(places);
    page.fill("#phone", "070-1")
        .press("Enter")
        .wait_for(&format!("{phone} .clash"));
}

fn conflict(page: &Page, places: &Places) {
    page.goto(&places.path("{account}/edit"))
        .wait_for("#record-form");
    overtake(places);
    page.fill("City", "Vaxholm")
        .fill("Description", "Något annat");
    page.click("#record-form [type=submit]").wait_for(".clash");
}

fn draft(page: &Page, places: &Places) {
    let path = places.path("{account}");
    let description = fact(&path, "description");
    page.goto(&path)
        .click(&format!("{description}-edit"))
        .fill("#description", "Halvfärdigt");
    page.goto("/help").wait_text("h1", "Help");
    page.goto(&format!("{path}/fields/description/edit"))
        .wait_for(".draft");
}

fn text_kept(page: &Page, places: &Places) {
    page.goto("/contacts/new").wait_for("#record-form");
    let sessions =
        "DELETE sessions FROM sessions JOIN users ON users.id = user_id WHERE role = 'staff'";
    places.world.app.database().execute(sessions);
    page.fill("Last name", "Nästan borta")
        .click("#record-form [type=submit]")
        .wait_for("#kept");
}

/// Somebody else saves first.
fn overtake(places: &Places) {
    let hands = &places.world.hands;
    let path = places.path("{account}");
    hands.open(&format!("{path}/edit"));
    let city = format!("Stad {}", rand_digit());
    let form = hands
        .form("#record-form")
        .fill("city", &city)
        .fill("phone", "08-1")
        .fill("description", &city);
    form.submit().assert_status(303);
}

/// Something that was not there before.
fn rand_digit() -> u128 {
    std::time::UNIX_EPOCH
        .elapsed()
        .map(|since| since.as_nanos())
        .unwrap_or_default()
}

fn filter_panel(page: &Page, _: &Places) {
    page.goto("/accounts?kind=association&members.from=1&city=lund");
    open(page, "#filter-menu");
}

fn question(page: &Page, places: &Places) {
    page.goto(&places.path("{account}"))
        .click("Delete")
        .wait_for("#confirm[open]");
}

fn toast(page: &Page, _: &Places) {
    page.goto("/accounts/new")
        .fill("Name", "Aldrig sett")
        .click("#record-form [type=submit]")
        .wait_for("#toasts .toast");
}

fn settings_refused(page: &Page, _: &Places) {
    page.goto("/settings").fill("Name", "");
    refused(page, "#own-settings");
}

fn invitation_link(page: &Page, _: &Places) {
    page.goto("/invitations/new")
        .fill("Name", "Nils Ny")
        .fill("E-mail", "nils@example.org")
        .click("#invitation [type=submit]")
        .wait_for("#one-time-link");
}

fn organisation_refused(page: &Page, _: &Places) {
    page.goto("/organisation")
        .fill("Name of the organisation", " ");
    refused(page, "#organisation");
}

fn open_adder(page: &Page, places: &Places, record: &str, panel: &str) {
    page.goto(&places.path(record))
        .click(&format!("#{panel}-add"))
        .wait_for(&format!("#{panel} form.grid-form"));
}

fn adder_refused(page: &Page, places: &Places) {
    open_adder(page, places, "{account}", "people");
    page.fill("#person-email", "inte en adress")
        .click("#people .grid-form [type=submit]")
        .wait_for("#people .summary");
}

fn role_edited(page: &Page, places: &Places) {
    page.goto(&places.path("{contact}"));
    page.click("#affiliations a[id$='-edit']")
        .wait_for("#affiliations [data-cancel]");
}
