//! The names under which browsers save files.
use super::exported;
use crate::kpis::kpi;
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn asvs_5_4_1_5_4_2_a_files_name_is_plain_letters_whatever_people_typed() {
    let app = TestApp::start();
    app.account(&[("name", "\"Ö\"; filename=\"x.exe 8810")]);
    let manager = app.sign_in(Role::Manager);
    let hostile = "q=%22%3B+filename%3Dx.exe+%C3%96";
    let kpi = kpi(&manager, &[("name", "Ö\"; filename=\"x.exe")]);
    for locale in ["en", "sv"] {
        manager.open("/settings");
        manager.submit("#own-settings", &[("locale", locale)]);
        let mut answers = Vec::new();
        for list in ["accounts", "contacts"] {
            for format in ["csv-comma", "xlsx"] {
                let query = format!("{hostile}&format={format}");
                answers.push(exported(&manager, list, &query, &[]));
            }
        }
        answers.push(manager.get(&format!("{kpi}/values.csv")));
        for answer in answers {
            let answer = answer.assert_status(200);
            let header = answer.header("content-disposition");
            let name = header
                .and_then(|text| text.strip_prefix("attachment; filename=\""))
                .and_then(|rest| rest.strip_suffix('"'))
                .unwrap_or_else(|| panic!("a quoted name: {header:?}"));
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
            assert!(name.chars().all(plain), "{name}");
            assert!(!name.contains("exe"), "{name}");
        }
    }
}
