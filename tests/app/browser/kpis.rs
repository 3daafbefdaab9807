//! The grid of KPI values under the fingers: typing, moving, pasting, and two people in one cell.

use minimata::auth::Role;

use super::world::World;
use crate::kpis::{enter, id, kpi};
use crate::support::{Browser, Page};

const RANGE: &str = "/kpis/values?cadence=month&from=2025-11&to=2026-02";

struct Desk {
    world: World,
    manager: Browser,
    one: String,
    two: String,
}

/// Two KPIs that staff fill in.
fn desk() -> Desk {
    let world = World::empty();
    let manager = world.app.sign_in(Role::Manager);
    let open = [("staff_enters", "true"), ("first_period", "2025-11")];
    let define = |name| {
        let mut fields = vec![("name", name)];
        fields.extend(open);
        kpi(&manager, &fields)
    };
    let (one, two) = (define("Alfa"), define("Beta"));
    Desk {
        world,
        manager,
        one,
        two,
    }
}

impl Desk {
    fn input(&self, kpi: &str, period: &str) -> String {
        format!("#cell-{}-{period}-input", id(kpi))
    }

    fn cell(&self, kpi: &str, period: &str, state: &str) -> String {
        format!("#cell-{}-{period}.{state}", id(kpi))
    }
}

fn paste(page: &Page, into: &str, text: &str) {
    page.script(&format!(
        "const data = new DataTransfer(); data.setData('text/plain', {text:?});
        document.querySelector('{into}').dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));
        return '';"
    ));
}

#[test]
fn typing_moves_and_saves_each_cell() {
    let desk = desk();
    let page = desk.world.page_of(&desk.world.staff);
    page.goto(RANGE).wait_for(".kpi-grid");
    let first = desk.input(&desk.one, "2025-11");
    page.script(&format!(
        "document.querySelector('{first}').focus(); return '';"
    ));
    page.press("1 234,5").press("Enter");
    page.wait_for(&desk.cell(&desk.one, "2025-11", "saved"));
    // Enter went down to the other KPI, the arrow goes on to December.
    page.wait_focused(&format!("input{}", desk.input(&desk.two, "2025-11")));
    page.press("Right")
        .wait_focused(&format!("input{}", desk.input(&desk.two, "2025-12")));
    page.press("7").press("Escape");
    assert_eq!(page.value(&desk.input(&desk.two, "2025-12")), "");
    page.press("8").press("Tab");
    page.wait_for(&desk.cell(&desk.two, "2025-12", "saved"));
    page.press("x").press("Enter");
    page.wait_for(&desk.cell(&desk.two, "2026-01", "wrong"));
    assert_eq!(page.value(&desk.input(&desk.two, "2026-01")), "x");
    // November lacks one value now, of two.
    page.wait_text("#missing-2025-11", "1");
    page.assert_accessible();
    let errors = page.console_errors();
    assert!(
        errors.iter().all(|error| error.contains("422")),
        "{errors:?}"
    );
    desk.manager
        .open(&format!("{}/values/2025-11", desk.one))
        .assert_has("1,235");
}

#[test]
fn a_block_from_a_spreadsheet_is_pasted_cell_by_cell() {
    let desk = desk();
    let page = desk.world.page_of(&desk.world.staff);
    page.goto(RANGE).wait_for(".kpi-grid");
    paste(
        &page,
        &desk.input(&desk.one, "2025-12"),
        "18 316\t4,2\tfem\n1.234,5\t12,5 %\n",
    );
    page.wait_for(&desk.cell(&desk.two, "2026-01", "saved"));
    page.wait_for(&desk.cell(&desk.one, "2026-02", "wrong"));
    assert_eq!(page.value(&desk.input(&desk.one, "2026-02")), "fem");
    for (kpi, period, value) in [
        (&desk.one, "2025-12", "18,316"),
        (&desk.one, "2026-01", "4.2"),
        (&desk.two, "2025-12", "1,234.5"),
        (&desk.two, "2026-01", "12.5"),
    ] {
        let shown = desk
            .manager
            .open(&format!("{kpi}/values/{period}"))
            .attributes("#value", "value");
        assert_eq!(shown, [value], "{period}");
    }
}

#[test]
fn two_people_in_one_cell() {
    let desk = desk();
    let page = desk.world.page_of(&desk.world.staff);
    page.goto(RANGE).wait_for(".kpi-grid");
    enter(&desk.manager, &desk.one, "2025-11", "45");
    let input = desk.input(&desk.one, "2025-11");
    page.script(&format!(
        "document.querySelector('{input}').focus(); return '';"
    ));
    page.press("46").press("Enter");
    page.wait_for(&desk.cell(&desk.one, "2025-11", "conflict"));
    page.wait_text(&format!("{input} + .error"), "45");
    // Saved again, it is meant.
    page.script(&format!(
        "document.querySelector('{input}').focus(); return '';"
    ));
    page.press("Enter")
        .wait_for(&desk.cell(&desk.one, "2025-11", "saved"));
    let cell = format!("{}/values/2025-11", desk.one);
    desk.manager
        .open(&cell)
        .assert_count("#history tbody tr", 2);
}

#[test]
fn the_page_of_a_kpi_reads_in_every_look() {
    let desk = desk();
    for (month, value) in [
        ("2025-11", "120"),
        ("2025-12", "95"),
        ("2026-01", "60"),
        ("2026-02", "101"),
    ] {
        enter(&desk.manager, &desk.one, month, value);
    }
    for (year, month) in [
        ("2025", "2025-12"),
        ("2026", "2026-01"),
        ("2026", "2026-02"),
    ] {
        let target = format!("target-{month}");
        let form = [("year", year), (target.as_str(), "100")];
        desk.manager
            .post(&format!("{}/targets", desk.one), &form)
            .assert_status(303);
    }
    let page = desk.world.page_of(&desk.world.admin);
    let targets = format!("{}/targets?year=2026", desk.one);
    for (name, address, ready) in [
        ("kpi", desk.one.as_str(), ".chart"),
        ("kpi-list", "/kpis", "#list tbody"),
        ("kpi-grid", RANGE, ".kpi-grid"),
        ("kpi-targets", targets.as_str(), "#targets"),
        ("kpi-home", "/", "#kpi-tiles"),
    ] {
        page.goto(address).wait_for(ready);
        page.dark(false)
            .set_size(1280, 800)
            .assert_accessible()
            .screenshot_whole(&format!("{name}-light"));
        page.dark(true)
            .set_size(390, 844)
            .assert_accessible()
            .screenshot_whole(&format!("{name}-dark"));
    }
    // A mark of the chart is a link to its value, also from the keyboard.
    page.goto(&desk.one).wait_for(".chart a");
    page.script("document.querySelector('.chart a').focus(); return '';");
    page.press("Enter").wait_for("#history");
    page.assert_no_violations();
}
