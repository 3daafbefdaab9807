//! What is measured.

use crate::http::{Client, Failure};

/// A page by the name that the table gives it.
pub struct Page {
    pub name: String,
    pub path: String,
    /// Whether it is measured at sixteen connections, too.
    pub at_16: bool,
}

/// Lists with the orders that they offer are found by their links; the rest is written down.
pub fn pages(client: &mut Client, quick: bool) -> Result<Vec<Page>, Failure> {
    let mut pages = Vec::new();
    for list in ["/accounts", "/contacts"] {
        for sort in sorts(list) {
            if quick && !["name", "owner", "account"].contains(sort) {
                continue;
            }
            for dir in ["asc", "desc"] {
                let first = format!("{list}?sort={sort}&dir={dir}");
                let deep = deep(client, &first)?;
                let at_16 = ["name", "city"].contains(sort) && dir == "asc";
                for (place, path) in [
                    ("first", first.clone()),
                    ("deep", deep),
                    ("last", format!("{first}&at=last")),
                ] {
                    pages.push(Page {
                        name: format!("{list} by {sort} {dir}, {place}"),
                        path,
                        at_16,
                    });
                }
            }
        }
    }
    pages.extend(WRITTEN_DOWN.iter().map(|(name, path)| Page {
        name: (*name).to_owned(),
        path: (*path).to_owned(),
        at_16: true,
    }));
    Ok(pages)
}

/// What can be sorted by.
fn sorts(list: &str) -> &'static [&'static str] {
    match list {
        "/accounts" => &[
            "name",
            "kind",
            "organisation_number",
            "email",
            "phone",
            "website",
            "city",
            "country",
            "industry",
            "employees",
            "members",
            "status",
            "owner",
            "created_at",
            "updated_at",
        ],
        _ => &[
            "name",
            "account",
            "title",
            "email",
            "phone",
            "mobile",
            "city",
            "country",
            "owner",
            "created_at",
            "updated_at",
        ],
    }
}

/// The tenth page from the end: no nearer to either end than the index makes it.
fn deep(client: &mut Client, first: &str) -> Result<String, Failure> {
    client.compressed = false;
    let mut path = format!("{first}&at=last&size=100");
    for _ in 0..10 {
        let page = client.get(&path)?.text();
        let Some(previous) = href(&page, "page-previous") else {
            break;
        };
        path = previous;
    }
    client.compressed = true;
    Ok(path.replace("&size=100", ""))
}

/// Where the link with this id leads.
fn href(page: &str, id: &str) -> Option<String> {
    let at = page.find(&format!("id=\"{id}\""))?;
    let start = page[..at].rfind('<')?;
    let end = at + page[at..].find('>')?;
    let (_, rest) = page[start..end].split_once("href=\"")?;
    Some(
        rest.split('"')
            .next()?
            .replace("&#38;", "&")
            .replace("&amp;", "&"),
    )
}

const WRITTEN_DOWN: &[(&str, &str)] = &[
    ("account, long history", "/accounts/1"),
    ("account", "/accounts/77777"),
    ("contact, long history", "/contacts/1"),
    ("contact", "/contacts/150001"),
    ("history of an account", "/accounts/1/history"),
    ("form of an account", "/accounts/77777/edit"),
    ("start page", "/"),
    ("recent changes, first", "/changes"),
    ("recent changes, last", "/changes?at=last"),
    ("recent changes of one kind", "/changes?kind=account.delete"),
    ("audit, first", "/audit"),
    ("people", "/people"),
    (
        "accounts, filter that matches all",
        "/accounts?status=active&status=prospect&status=former",
    ),
    (
        "accounts, filter that matches some",
        "/accounts?status=former&sort=city&dir=asc",
    ),
    ("accounts, filter on a number", "/accounts?members.from=890"),
    ("accounts, text that matches many", "/accounts?q=if"),
    ("accounts, text that matches nothing", "/accounts?q=xyzzy"),
    (
        "accounts, one column's text that matches nothing",
        "/accounts?city=xyzzy",
    ),
    ("contacts, text that matches many", "/contacts?q=anna"),
    ("contacts, text that matches nothing", "/contacts?q=xyzzy"),
    (
        "accounts, any of two tags",
        "/accounts?tags=1&tags=2&tags.mode=any",
    ),
    (
        "accounts, all of two tags",
        "/accounts?tags=1&tags=2&tags.mode=all",
    ),
    (
        "accounts, none of two tags",
        "/accounts?tags=1&tags=2&tags.mode=none",
    ),
    ("trash", "/trash"),
    ("likely duplicates", "/duplicates"),
    (
        "preview of changing all accounts",
        "/accounts/bulk?all=true&query=status%3Dactive&action=owner",
    ),
    ("form for a new account", "/accounts/new"),
    ("form for a new contact", "/contacts/new"),
    ("contacts without an account", "/contacts?account.is=empty"),
    (
        "picker of accounts",
        "/accounts/options?field=parent&parent=bj%C3%B6rk",
    ),
    (
        "picker of accounts, nothing found",
        "/accounts/options?field=parent&parent=xyzzy",
    ),
    (
        "picker of contacts",
        "/contacts/options?field=person&person=anna",
    ),
    ("a fragment of the list", "/accounts?sort=city&dir=asc"),
];
