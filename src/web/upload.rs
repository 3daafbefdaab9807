//! One uploaded file: a `multipart/form-data` body, read whole within the limit of every form.

use super::AppError;
use super::form::{broken, read_body};
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpRequest, dev};
use std::future::Future;
use std::pin::Pin;

/// The file of a form with one file field, and its name as the browser sent it: for showing only, never a path.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Upload {
    /// What the file is called; without directories and control characters, at most 100 characters.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl FromRequest for Upload {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(req: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
        let boundary = header("content-type").and_then(boundary).map(str::to_owned);
        let announced = header("content-length").and_then(|length| length.parse().ok());
        let payload = Payload::from_request(req, payload);
        Box::pin(async move {
            let mut payload = payload.await.map_err(AppError::internal)?;
            let body = read_body(&mut payload, announced).await?;
            match boundary {
                Some(boundary) => file(&body, &boundary).ok_or_else(broken),
                None if body.is_empty() => Ok(Self::default()),
                None => Err(broken()),
            }
        })
    }
}

/// What separates the parts, as the content type says.
fn boundary(content_type: &str) -> Option<&str> {
    let rest = content_type.strip_prefix("multipart/form-data")?;
    let (_, value) = rest.split_once("boundary=")?;
    let value = value.split(';').next()?.trim().trim_matches('"');
    ((1..=70).contains(&value.len())).then_some(value)
}

/// The first part that has a file name; nothing chosen is an empty file without a name.
fn file(body: &[u8], boundary: &str) -> Option<Upload> {
    let start = format!("--{boundary}");
    let mut rest = body.get(find(body, start.as_bytes())? + start.len()..)?;
    let until = format!("\r\n--{boundary}");
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, until.as_bytes())?;
        let content = part.get(..end)?;
        let head_end = find(content, b"\r\n\r\n")?;
        let head = std::str::from_utf8(content.get(..head_end)?).ok()?;
        if let Some(name) = file_name(head) {
            return Some(Upload {
                name,
                bytes: content.get(head_end + 4..)?.to_vec(),
            });
        }
        rest = part.get(end + until.len()..)?;
    }
    None
}

fn file_name(head: &str) -> Option<String> {
    let (_, value) = head.split_once("filename=\"")?;
    let value = value.split('"').next()?;
    let name = value.rsplit(['/', '\\']).next().unwrap_or_default();
    Some(name.chars().filter(|c| !c.is_control()).take(100).collect())
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<Upload> {
        file(body.as_bytes(), "XX")
    }

    #[test]
    fn the_file_is_found_among_the_fields() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX\r\nContent-Disposition: form-data; \
            name=\"file\"; filename=\"C:\\x\\..\\nyckel.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n1;2\r\n\r\n--XX--\r\n";
        let found = read(body).unwrap();
        assert_eq!(
            (found.name.as_str(), found.bytes.as_slice()),
            ("nyckel.csv", b"a;b\r\n1;2\r\n".as_slice())
        );
    }

    #[test]
    fn a_body_that_is_cut_off_or_has_no_file_is_none() {
        for body in [
            "",
            "--XX",
            "--XX--\r\n",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n1",
            "--XX\r\nfilename=\"a\"",
        ] {
            assert_eq!(read(body), None, "{body}");
        }
        let odd = read("--XX\r\nx; filename=\"../../\u{7}\"\r\n\r\n1\r\n--XX--").unwrap();
        assert_eq!(
            (odd.name.as_str(), odd.bytes.as_slice()),
            ("", b"1".as_slice())
        );
    }

    #[test]
    fn the_boundary_is_in_the_content_type() {
        assert_eq!(
            boundary("multipart/form-data; boundary=----abc"),
            Some("----abc")
        );
        assert_eq!(
            boundary("multipart/form-data; boundary=\"a b\"; x=1"),
            Some("a b")
        );
        assert_eq!(boundary("multipart/form-data"), None);
        assert_eq!(boundary("application/x-www-form-urlencoded"), None);
    }
}
