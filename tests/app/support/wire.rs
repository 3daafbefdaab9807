//! Bytes on a socket, for what no honest client sends and for what only the wire shows.
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// Sends bytes and reads until the server closes or is silent for two seconds.
pub fn exchange(base: &str, bytes: &[u8]) -> String {
    String::from_utf8_lossy(&raw_exchange(base, bytes)).into_owned()
}

fn raw_exchange(base: &str, bytes: &[u8]) -> Vec<u8> {
    let address = base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(2)))
        .expect("a timeout");
    // A server may refuse before it has read all: both errors are part of the answer.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let mut chunk = [0; 8192];
    while let Ok(read @ 1..) = stream.read(&mut chunk) {
        answer.extend_from_slice(&chunk[..read]);
    }
    let _ = stream.shutdown(Shutdown::Both);
    answer
}

/// The size of a compressed body on the wire, for the budgets of fragments.
pub fn compressed_size(base: &str, path: &str, headers: &[(String, String)]) -> usize {
    let host = base.trim_start_matches("http://");
    let mut request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept-Encoding: gzip\r\n"
    );
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str("\r\n");
    let answer = raw_exchange(base, request.as_bytes());
    let head = answer
        .windows(4)
        .position(|at| at == b"\r\n\r\n")
        .expect("an answer with a head");
    answer.len() - head - 4
}
