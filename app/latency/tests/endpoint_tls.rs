//! Endpoints behind TLS: a certificate that the system trusts is enough, and any other is a
//! sentence and not a hang, with nothing sent.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod asking;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rcgen::{Certificate, CertificateParams, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use weighbridge_latency::endpoint::{CertificateFault, ConnectionFault, TlsFault, Trouble, time};
use weighbridge_latency::{Failure, Plan, Run, Stopped};

use asking::endpoint;

/// Where the client of a test run apart finds the address.
const ADDRESS: &str = "WEIGHBRIDGE_TEST_ADDRESS";

/// A server with a certificate, which answers every question with four words.
struct Server {
    port: u16,
    certificate: Certificate,
    /// What was read of requests, decrypted.
    heard: Arc<Mutex<String>>,
    ends: Arc<AtomicBool>,
}

impl Server {
    fn start(change: impl FnOnce(&mut CertificateParams)) -> Server {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        change(&mut params);
        let certificate = params.self_signed(&key).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            )
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Server {
            port: listener.local_addr().unwrap().port(),
            certificate,
            heard: Arc::default(),
            ends: Arc::default(),
        };
        let (heard, ends) = (Arc::clone(&server.heard), Arc::clone(&server.ends));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                let stream = StreamOwned::new(connection, stream.unwrap());
                let heard = Arc::clone(&heard);
                thread::spawn(move || serve(stream, &heard));
            }
        });
        server
    }

    /// The name that the certificate is for.
    fn address(&self) -> String {
        format!("https://localhost:{}/v1", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for connections.
        let _ = std::net::TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// Answers one request and closes; a client that goes away is no fault of a server.
fn serve(mut stream: StreamOwned<ServerConnection, std::net::TcpStream>, heard: &Mutex<String>) {
    let mut request = String::new();
    let mut piece = [0; 4096];
    loop {
        let Ok(count @ 1..) = stream.read(&mut piece) else {
            return;
        };
        request.push_str(&String::from_utf8_lossy(&piece[..count]));
        heard
            .lock()
            .unwrap()
            .push_str(&String::from_utf8_lossy(&piece[..count]));
        if let Some((head, body)) = request.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map_or(0, |(_, length)| length.parse().unwrap());
            if body.len() >= length {
                break;
            }
        }
    }
    let mut answer = String::from(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n",
    );
    for word in ["four", " words", " are", " enough"] {
        answer.push_str(&format!(
            "data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{word}\"}}}}]}}\n\n"
        ));
    }
    answer.push_str(
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}\n\n\
         data: [DONE]\n\n",
    );
    let _ = stream.write_all(answer.as_bytes());
    stream.conn.send_close_notify();
    let _ = stream.flush();
}

/// Asks once, with a prompt of its own.
fn ask(url: &str) -> Run {
    let mut endpoint = endpoint(url);
    endpoint.prompt = Some("a question".to_owned());
    let plan = Plan {
        prompt_tokens: vec![9],
        output_tokens: 4,
        concurrency: vec![1],
        repeats: 1,
        warm_up: 0,
        time_limit: Duration::from_secs(120),
        ..Plan::default()
    };
    time(&endpoint, &plan, &AtomicBool::new(false), &mut |_| {}).unwrap()
}

/// What is wrong with the certificate, after a single question.
fn fault(server: &Server, url: &str) -> CertificateFault {
    let run = ask(url);
    let mut failures = run
        .answers
        .iter()
        .filter_map(|answer| answer.failure.clone());
    let failure = failures.next();
    let Some(Failure::Endpoint(Trouble::Certificate { fault, reason })) = failure else {
        panic!("{run:?}");
    };
    assert!(!reason.is_empty());
    assert_eq!(*server.heard.lock().unwrap(), "", "something was sent");
    assert!(!matches!(run.stopped, Some(Stopped::TimeLimit)), "{run:?}");
    fault
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_a_sentence_and_nothing_is_sent() {
    let server = Server::start(|_| {});
    assert_eq!(
        fault(&server, &server.address()),
        CertificateFault::UnknownIssuer
    );
}

#[test]
fn a_server_that_does_not_encrypt_is_told_apart_from_one_that_is_not_there() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut greeting = [0; 512];
        let count = stream.read(&mut greeting).unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        String::from_utf8_lossy(&greeting[..count]).into_owned()
    });
    let url = format!("https://127.0.0.1:{port}/v1");
    let trouble = |run: Run| match run.stopped {
        Some(Stopped::Failed(Failure::Endpoint(trouble))) => trouble,
        other => panic!("{other:?}"),
    };
    let plain = trouble(ask(&url));
    assert!(
        matches!(
            plain,
            Trouble::Insecure {
                fault: TlsFault::NotTls,
                ..
            }
        ),
        "{plain:?}"
    );
    assert!(!server.join().unwrap().contains("a question"));
    // Nobody listens there any more.
    let gone = trouble(ask(&url));
    assert!(
        matches!(
            gone,
            Trouble::Unreachable {
                fault: ConnectionFault::Refused,
                ..
            }
        ),
        "{gone:?}"
    );
}

/// The part of a test that runs in a process of its own, whose system trusts another certificate.
#[test]
#[ignore = "run by the tests below, in a process that trusts the certificate"]
fn asks_through_tls() {
    let run = ask(&std::env::var(ADDRESS).unwrap());
    match &run.answers[0].failure {
        None => println!(
            "answered with {} tokens",
            run.answers[0].token_seconds.len()
        ),
        Some(Failure::Endpoint(Trouble::Certificate { fault, .. })) => {
            println!("refused: {}", fault.key());
        }
        Some(other) => println!("failed: {other:?}"),
    }
}

/// What is made different about a certificate.
type Change = fn(&mut CertificateParams);

/// What a client says whose system trusts the server's certificate.
fn asked_by_one_who_trusts(server: &Server, url: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trusted.pem");
    std::fs::write(&file, server.certificate.pem()).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "asks_through_tls", "--ignored", "--nocapture"])
        .env("SSL_CERT_FILE", &file)
        .env_remove("SSL_CERT_DIR")
        .env(ADDRESS, url)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
#[cfg(target_os = "linux")]
fn a_certificate_that_the_system_trusts_is_enough() {
    let server = Server::start(|_| {});
    let said = asked_by_one_who_trusts(&server, &server.address());
    assert!(said.contains("answered with 4 tokens"), "{said}");
    assert!(server.heard.lock().unwrap().contains("a question"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_certificate_that_is_over_too_early_or_somebody_elses_is_refused_though_it_is_trusted() {
    let cases: [(Change, &str, &str); 3] = [
        (
            |params| params.not_after = date_time_ymd(2001, 1, 1),
            "localhost",
            "refused: expired",
        ),
        (
            |params| params.not_before = date_time_ymd(2999, 1, 1),
            "localhost",
            "refused: not-valid-yet",
        ),
        (|_| {}, "127.0.0.1", "refused: other-name"),
    ];
    for (change, host, expected) in cases {
        let server = Server::start(change);
        let url = format!("https://{host}:{}/v1", server.port);
        let said = asked_by_one_who_trusts(&server, &url);
        assert!(said.contains(expected), "{expected}: {said}");
        assert_eq!(*server.heard.lock().unwrap(), "", "something was sent");
    }
}
