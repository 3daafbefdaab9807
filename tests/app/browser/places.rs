//! A product with something of everything, and where each thing is.
use minimata::auth::{Role, Status};

use super::play::setup_path;
use super::world::World;
use crate::support::{Browser, TestApp};

/// Who looks at a page, and at which product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody in particular, on a product that nobody has set up.
    First,
    /// Somebody who has not signed in.
    Visitor,
    /// An admin of a product without records.
    Beginner,
    /// May read.
    Viewer,
    /// May write.
    Staff,
    /// May do everything.
    Admin,
}

/// The product that somebody looks at, with the addresses that stand for `{…}` in paths.
pub struct Places {
    pub world: World,
    known: Vec<(&'static str, String)>,
}

impl Places {
    /// The product for somebody's pages.
    pub fn for_who(who: Who) -> Places {
        match who {
            Who::First => Places::unset(),
            Who::Beginner => Places {
                world: World::empty(),
                known: Vec::new(),
            },
            _ => Places::filled(),
        }
    }

    fn unset() -> Places {
        let world = World::empty();
        let setup = "UPDATE users SET role = 'viewer', status = 'disabled'";
        world.app.database().execute(setup);
        let setup = setup_path(&world.app);
        Places {
            world,
            known: vec![("setup", setup)],
        }
    }

    fn filled() -> Places {
        let world = World::with_accounts(30);
        let account = busy_account(&world);
        let contact = busy_contact(&world);
        let double = world.account(&[
            ("name", "Åkers Idrottsförening & Bröderna Öberg"),
            ("email", "styrelsen@akers-if.example.se"),
            ("phone", "+46 8 123 456 78"),
            ("city", "Åkersberga"),
            ("description", "En annan beskrivning."),
        ]);
        let double = double.rsplit('/').next().unwrap_or_default().to_owned();
        let deleted = world.account(&[("name", "Deleted")]);
        world.hands.post(&format!("{deleted}/removal"), &[]);
        world
            .app
            .sign_in(Role::Manager)
            .post("/demo", &[])
            .assert_status(303);
        let view = saved_view(&world);
        let waiting = world.app.person_who_is(Role::Viewer, Status::Pending);
        let disabled = world.app.person_who_is(Role::Staff, Status::Disabled);
        let first = |of: &str| world.app.database().column(of)[0].clone();
        let manager = world.app.sign_in(Role::Manager);
        let kpi = kpi(&manager);
        let known = vec![
            ("kpi", kpi),
            (
                "change",
                first("SELECT CAST(MAX(id) AS CHAR) FROM operations WHERE kind = 'account.update'"),
            ),
            (
                "event",
                first("SELECT CAST(MAX(id) AS CHAR) FROM operations"),
            ),
            (
                "affiliation",
                first("SELECT CAST(COALESCE(MAX(id), 0) AS CHAR) FROM affiliations"),
            ),
            ("tag", first("SELECT CONCAT('/tags/', MAX(id)) FROM tags")),
            ("double", double),
            (
                "viewid",
                view.rsplit('=').next().unwrap_or_default().to_owned(),
            ),
            ("view", view),
            ("account", account),
            ("contact", contact),
            ("deleted", deleted),
            ("waiting", format!("/people/{}", waiting.id)),
            ("disabled", format!("/people/{}", disabled.id)),
            ("person", format!("/people/{}", world.staff.id)),
            ("key", world.key()),
            ("reset", reset_link(&world.app, world.viewer.id)),
        ];
        Places { world, known }
    }

    /// An address: `{account}/edit` with the account's path in it.
    pub fn path(&self, pattern: &str) -> String {
        self.known
            .iter()
            .fold(pattern.to_owned(), |path, (name, value)| {
                path.replace(&format!("{{{name}}}"), value)
            })
    }
}

/// A view in the menu of whoever works with records, shared with everybody.
fn saved_view(world: &World) -> String {
    let manager = world.app.sign_in(Role::Manager);
    let fields = [
        ("list", "accounts"),
        ("query", "sort=members&dir=desc"),
        ("name", "Störst först"),
        ("shared_with", "viewer"),
    ];
    let saved = manager.post("/saved-views", &fields).location();
    let id = saved.rsplit('=').next().unwrap_or_default();
    world.hands.post(&format!("/saved-views/{id}/pin"), &[]);
    saved
}

/// Everything filled in, with tags, a parent, sub-accounts and a history.
fn busy_account(world: &World) -> String {
    let parent = world.account(&[
        ("name", "Riksförbundet för allt & alla"),
        ("city", "Stockholm"),
    ]);
    let parent = format!(
        "Riksförbundet för allt & alla #{}",
        parent.rsplit('/').next().unwrap_or_default()
    );
    let fields = [
        ("name", "Åkers ”Idrottsförening” & Bröderna <b>Öberg</b> 🏒"),
        ("organisation_number", "802481-1237"),
        ("email", "styrelsen@akers-if.example.se"),
        ("phone", "070-123 45 67"),
        ("website", "https://www.akers-if.example.se/om-oss"),
        ("street", "Storgatan 1"),
        ("postal_code", "184 91"),
        ("city", "Åkersberga"),
        ("country", "Sverige"),
        ("industry", "Idrott"),
        ("employees", "12"),
        ("members", "13830"),
        ("parent", &parent),
        (
            "description",
            "Första raden.\n\nEn mycket lång rad med enormtlångaordsominteharnågramellanslagallsochdärförmåstebrytas.",
        ),
    ];
    let path = world.account(&fields);
    let name = ("name", "Åkers ”Idrottsförening” & Bröderna <b>Öberg</b> 🏒");
    let own = format!(
        "{} #{}",
        name.1,
        path.rsplit('/').next().unwrap_or_default()
    );
    for child in ["Ungdom", "ولادة النادي"] {
        world.account(&[("name", child), ("city", "Vallentuna"), ("parent", &own)]);
    }
    world.app.make_tags(&["Kund", "Viktig", "Sponsor 2026"]);
    for tag in ["Kund", "Viktig", "Sponsor 2026"] {
        world.hands.post(&format!("{path}/tags"), &[("name", tag)]);
    }
    let phone = [("phone", "08-123 456 78"), ("version", "1")];
    world.hands.post(&format!("{path}/fields/phone"), &phone);
    path
}

/// Somebody with a role that is over and one that goes on.
fn busy_contact(world: &World) -> String {
    let busy = "Åkers ”Idrottsförening” & Bröderna <b>Öberg</b> 🏒";
    let fields = [
        ("first_name", "Åsa"),
        ("last_name", "Öberg-Lindqvist"),
        ("title", "Verksamhetschef"),
        ("email", "asa.oberg-lindqvist@akers-if.example.se"),
        ("mobile", "+46 70 123 45 67"),
        ("city", "Åkersberga"),
        ("notes", "Ringer helst på förmiddagen."),
        ("account", busy),
        ("role", "Ordförande"),
        ("from_date", "2024-03-01"),
        ("is_primary", "true"),
    ];
    let path = world.contact(&fields);
    let past = [
        ("account", "Riksförbundet för allt & alla"),
        ("role", "Kassör"),
        ("from_date", "2019-01-01"),
        ("to_date", "2023-12-31"),
    ];
    let added = world.hands.post(&format!("{path}/affiliations"), &past);
    added.assert_status(303);
    path
}

/// The link by which somebody chooses a new password, made by an admin.
fn reset_link(app: &TestApp, person: i64) -> String {
    let admin = app.sign_in(Role::Admin);
    admin.post(&format!("/people/{person}/reset-link"), &[]);
    let shown = admin.get(&format!("/people/{person}"));
    let link = shown.attributes("#link", "value");
    let link = link.first().cloned().unwrap_or_default();
    link.trim_start_matches(app.base()).to_owned()
}

/// A KPI with values on, just off and off target, one missing, and a locked period.
fn kpi(manager: &Browser) -> String {
    let fields = [
        ("name", "Nya medlemmar"),
        ("unit", "st"),
        ("cadence", "month"),
        ("first_period", "2025-06"),
        ("totalling", "sum"),
        ("direction", "up"),
        ("staff_enters", "true"),
    ];
    let kpi = manager.post("/kpis", &fields).assert_status(303).location();
    let targets = ["2025-11", "2025-12", "2026-01"].map(|month| format!("target-{month}"));
    for (year, names) in [("2025", &targets[..2]), ("2026", &targets[2..])] {
        let mut form = vec![("year", year)];
        form.extend(names.iter().map(|name| (name.as_str(), "100")));
        manager
            .post(&format!("{kpi}/targets"), &form)
            .assert_status(303);
    }
    for (month, value) in [("2025-11", "120"), ("2025-12", "95"), ("2026-01", "60")] {
        let cell = format!("{kpi}/values/{month}");
        manager
            .post(&cell, &[("value", value), ("note", "Räknat ur registret")])
            .assert_status(303);
    }
    manager.post("/kpis/locks/2025-11", &[]).assert_status(303);
    kpi
}
