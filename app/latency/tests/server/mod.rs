//! A little server that does what a test wants, good or bad.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request that came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Its place among all, from nought.
    pub(crate) place: usize,
    /// Its place on its connection, from nought.
    pub(crate) on_connection: usize,
    /// The first line.
    pub(crate) line: String,
    /// The lines below it, in lower case up to the colon.
    pub(crate) headers: Vec<String>,
    /// The body.
    pub(crate) body: serde_json::Value,
}

/// A server on this machine that lives as long as the test.
pub(crate) struct Server {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
    ends: Arc<AtomicBool>,
}

impl Server {
    /// Serves every request with `serve`, which writes what it wants; the connection is kept open
    /// where it answers true.
    pub(crate) fn start(
        serve: impl Fn(&Asked, &mut TcpStream) -> bool + Send + Sync + 'static,
    ) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let ends = Arc::new(AtomicBool::new(false));
        let server = Server {
            url,
            asked: Arc::clone(&asked),
            ends: Arc::clone(&ends),
        };
        let serve = Arc::new(serve);
        let count = Arc::new(AtomicUsize::new(0));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                let (serve, count, asked) =
                    (Arc::clone(&serve), Arc::clone(&count), Arc::clone(&asked));
                thread::spawn(move || {
                    let mut stream = stream.unwrap();
                    stream.set_nodelay(true).unwrap();
                    let mut on_connection = 0;
                    while let Some(mut request) = read(&stream, &count) {
                        request.on_connection = on_connection;
                        on_connection += 1;
                        asked.lock().unwrap().push(request.clone());
                        if !serve(&request, &mut stream) {
                            return;
                        }
                    }
                });
            }
        });
        server
    }

    /// Everything that was asked.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for connections.
        let address = self.url.trim_start_matches("http://");
        let _ = TcpStream::connect(address);
    }
}

fn read(stream: &TcpStream, count: &AtomicUsize) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        lines.push(line);
    }
    let headers: Vec<String> = lines[1..]
        .iter()
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            format!("{}:{value}", name.to_ascii_lowercase())
        })
        .collect();
    let length = headers
        .iter()
        .find_map(|header| header.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Asked {
        place: count.fetch_add(1, Ordering::Relaxed),
        on_connection: 0,
        line: lines[0].clone(),
        headers,
        body: serde_json::from_slice(&body).unwrap(),
    })
}

/// Begins a stream of events.
pub(crate) fn begin(stream: &mut TcpStream) {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\
                Transfer-Encoding: chunked\r\n\r\n";
    let _ = stream.write_all(head.as_bytes());
}

/// Sends a piece of a stream; false where nobody listens.
pub(crate) fn send(stream: &mut TcpStream, text: &str) -> bool {
    let chunk = format!("{:x}\r\n{text}\r\n", text.len());
    stream.write_all(chunk.as_bytes()).is_ok()
}

/// Ends a stream well.
pub(crate) fn end(stream: &mut TcpStream) {
    send(stream, "data: [DONE]\n\n");
    let _ = stream.write_all(b"0\r\n\r\n");
}

/// A piece of a conversation.
pub(crate) fn piece(text: &str) -> String {
    let piece = serde_json::json!({ "choices": [{ "index": 0, "delta": { "content": text } }] });
    format!("data: {piece}\n\n")
}

/// What ends an answer: the reason, and the counts.
pub(crate) fn counts(prompt: usize, output: usize) -> String {
    let last = serde_json::json!({ "choices": [{ "delta": {}, "finish_reason": "length" }] });
    let usage = serde_json::json!({
        "choices": [],
        "usage": { "prompt_tokens": prompt, "completion_tokens": output },
    });
    format!("data: {last}\n\ndata: {usage}\n\n")
}

/// Tokens that were asked for.
pub(crate) fn wanted(asked: &Asked) -> usize {
    asked.body["max_tokens"].as_u64().unwrap() as usize
}

/// Words of the prompt.
pub(crate) fn words(asked: &Asked) -> usize {
    let prompt = asked.body["messages"][0]["content"].as_str().unwrap();
    prompt.split(' ').count()
}

/// Answers as a good server does, a token a piece, with a frame of ten tokens.
pub(crate) fn answer_well(asked: &Asked, stream: &mut TcpStream) -> bool {
    begin(stream);
    for _ in 0..wanted(asked) {
        send(stream, &piece(" word"));
    }
    send(stream, &counts(words(asked) + 10, wanted(asked)));
    end(stream);
    true
}

/// Answers with a status and a body.
pub(crate) fn refuse(stream: &mut TcpStream, status: &str, headers: &str, body: &str) -> bool {
    let length = body.len();
    let answer = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
    let _ = stream.write_all(answer.as_bytes());
    true
}
