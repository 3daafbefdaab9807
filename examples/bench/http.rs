//! A keep-alive HTTP/1.1 client on one connection: as little as measuring needs, so that it costs little itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub cookie: Option<String>,
    pub body: Vec<u8>,
    pub time: Duration,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: String,
    /// Whether bodies come compressed, as browsers ask for them.
    pub compressed: bool,
}

impl Client {
    pub fn connect(port: u16, cookie: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            host: format!("localhost:{port}"),
            cookie: cookie.to_owned(),
            compressed: true,
        })
    }

    pub fn get(&mut self, path: &str) -> Result<Answer, Failure> {
        self.send("GET", path, None)
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, Failure> {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.send("POST", path, Some(body.finish()))
    }

    /// Reads an answer of any length without keeping it: status, bytes, time to the last of them.
    pub fn count(&mut self, path: &str) -> Result<(u16, u64, Duration), Failure> {
        let began = Instant::now();
        self.ask("GET", path, None)?;
        let (status, _, length) = self.head()?;
        let mut bytes = 0;
        match length {
            Some(length) => bytes = self.exactly(length)?.len() as u64,
            None => loop {
                let length = usize::from_str_radix(&self.line()?, 16)?;
                bytes += self.exactly(length)?.len() as u64;
                self.line()?;
                if length == 0 {
                    break;
                }
            },
        }
        Ok((status, bytes, began.elapsed()))
    }

    fn send(&mut self, method: &str, path: &str, form: Option<String>) -> Result<Answer, Failure> {
        let began = Instant::now();
        self.ask(method, path, form)?;
        let (status, cookie, length) = self.head()?;
        let body = match length {
            Some(length) => self.exactly(length)?,
            None => self.chunks()?,
        };
        Ok(Answer {
            status,
            cookie,
            body,
            time: began.elapsed(),
        })
    }

    fn ask(&mut self, method: &str, path: &str, form: Option<String>) -> Result<(), Failure> {
        let (host, cookie) = (&self.host, &self.cookie);
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n"
        );
        if self.compressed {
            head.push_str("Accept-Encoding: gzip\r\n");
        }
        if let Some(form) = &form {
            let length = form.len();
            head.push_str(&format!(
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n"
            ));
        }
        head.push_str("\r\n");
        head.push_str(form.as_deref().unwrap_or_default());
        Ok(self.stream.get_mut().write_all(head.as_bytes())?)
    }

    /// Status, a cookie that is set, and the body's length; none where it comes in chunks.
    fn head(&mut self) -> Result<(u16, Option<String>, Option<usize>), Failure> {
        let status = self.line()?;
        let status: u16 = status.split(' ').nth(1).ok_or("no status")?.parse()?;
        let (mut cookie, mut length, mut chunked) = (None, None, false);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                "content-length" => length = Some(value.parse()?),
                "transfer-encoding" => chunked = true,
                _ => {}
            }
        }
        let length = if chunked { None } else { length.or(Some(0)) };
        Ok((status, cookie, length))
    }

    fn line(&mut self) -> Result<String, Failure> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(line.trim_end().to_owned())
    }

    fn exactly(&mut self, length: usize) -> Result<Vec<u8>, Failure> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    fn chunks(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            body.extend(self.exactly(length)?);
            self.line()?;
            if length == 0 {
                return Ok(body);
            }
        }
    }
}
