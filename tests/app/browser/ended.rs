//! A session that ends while somebody types: whatever the form, the text is there after signing in again.
use super::world::World;
use crate::support::{Page, Person};

/// A form: where it is, what opens it, a field with what is typed into it, the button, and where it is found again.
struct Form {
    at: String,
    opened_by: &'static str,
    field: &'static str,
    text: &'static str,
    button: &'static str,
    again: String,
    field_again: &'static str,
}

fn forms(world: &World) -> Vec<(Person, Form)> {
    let account = world.account(&[("name", "IF Häus")]);
    let contact = world.contact(&[("last_name", "Öberg")]);
    let form = |at: &str, opened_by, field, text, button, again: String| Form {
        at: at.to_owned(),
        opened_by,
        field,
        text,
        button,
        again,
        field_again: field,
    };
    let person = Form {
        field_again: "#last_name",
        ..form(
            &account,
            "#people-add",
            "#person-last_name",
            "Åkesson",
            "#people form.grid-form [type=submit]",
            format!("{account}/contacts/new"),
        )
    };
    let role = Form {
        field_again: "#role",
        ..form(
            &contact,
            "#affiliations-add",
            "#affiliation-role",
            "Kassör",
            "#affiliations form.grid-form [type=submit]",
            format!("{contact}/affiliations/new"),
        )
    };
    let email = form(
        "/settings/email",
        "",
        "#email",
        "ny.adress@example.se",
        "#own-email [type=submit]",
        "/settings/email".to_owned(),
    );
    let invitation = form(
        "/invitations/new",
        "",
        "#name",
        "Nils Ny",
        "#invitation [type=submit]",
        "/invitations/new".to_owned(),
    );
    let (staff, admin) = (&world.staff, &world.admin);
    vec![
        (staff.clone(), person),
        (staff.clone(), role),
        (staff.clone(), email),
        (admin.clone(), invitation),
    ]
}

fn sign_in(page: &Page, person: &Person) {
    page.fill("E-mail", &person.email)
        .fill("Password", &person.password)
        .click("#sign-in [type=submit]");
}

#[test]
fn every_form_that_takes_text_has_it_again_after_signing_in() {
    let world = World::empty();
    let forms = forms(&world);
    for page in [world.app.page(), world.app.page_without_javascript()] {
        for (person, form) in &forms {
            page.goto("/login");
            sign_in(&page, person);
            page.wait_for("#user-menu").goto(&form.at);
            if !form.opened_by.is_empty() {
                page.click(form.opened_by);
            }
            page.fill(form.field, form.text);
            world.app.database().execute("DELETE FROM sessions");
            page.click(form.button).wait_for("#kept");
            sign_in(&page, person);
            page.wait_url(&form.again).wait_for(".draft");
            assert_eq!(page.value(form.field_again), form.text, "{}", form.at);
            page.click(".draft button").wait_gone(".draft");
            world.app.database().execute("DELETE FROM sessions");
        }
        page.assert_no_violations();
    }
}
