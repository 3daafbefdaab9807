//! What every page must be: accessible, in light and dark, on a desktop and on a phone, without scrolling sideways and
//! without a word in the console.
use super::pages::PAGES;
use super::places::{Places, Who};
use super::states::STATES;
use crate::support::Page;

/// Width, height, dark. A theme changes colours only, so the dark ones are asked about colours only.
const LOOKS: [(u32, u32, bool); 4] = [
    (1280, 800, false),
    (1280, 800, true),
    (390, 844, true),
    (390, 844, false),
];
const OVERFLOW: &str = "const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return '';
    const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest('.scroll, .nav, .vh'));
    return wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' … ') || 'the page';";

/// Every page and state of somebody, in every look; all faults at once.
#[track_caller]
pub fn examine_all(who: Who) {
    let places = Places::for_who(who);
    let page = places.world.app.page();
    match who {
        Who::First | Who::Visitor => {}
        Who::Viewer => _ = page.sign_in_as(&places.world.viewer),
        Who::Staff => _ = page.sign_in_as(&places.world.staff),
        Who::Beginner | Who::Admin => _ = page.sign_in_as(&places.world.admin),
    }
    let mut faults = Vec::new();
    for (_, pattern, _, ready) in PAGES.iter().filter(|line| line.2 == who) {
        page.goto(&places.path(pattern)).wait_for(ready);
        faults.extend(examine(&page, &format!("{who:?}{pattern}")));
    }
    for (name, _, reach) in STATES.iter().filter(|state| state.1 == who) {
        reach(&page, &places);
        faults.extend(examine(&page, &format!("{who:?}-{name}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The faults of the page as it now stands.
fn examine(page: &Page, name: &str) -> Vec<String> {
    let file: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let mut faults = Vec::new();
    for (width, height, dark) in LOOKS {
        let look = format!("{width}-{}", if dark { "dark" } else { "light" });
        page.dark(dark).set_size(width, height);
        let violations = match dark {
            true => page.colour_violations(),
            false => page.accessibility_violations(),
        };
        let overflow = page.script(OVERFLOW);
        if !violations.is_empty() {
            faults.push(format!("{name} {look}:{violations}"));
        }
        if overflow != "" {
            faults.push(format!("{name} {look}: wider than the window: {overflow}"));
        }
        // One of each is enough to look at.
        if dark == (width == 390) {
            page.screenshot_whole(&format!("page-{file}-{look}"));
        }
    }
    page.dark(false).set_size(1280, 800);
    let errors = page.console_errors();
    faults.extend((!errors.is_empty()).then(|| format!("{name}: console: {errors:?}")));
    faults
}
