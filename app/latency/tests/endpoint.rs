//! Servers that behave well, badly and very badly.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod asking;
mod server;

use std::io::Write;
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use asking::{PATIENCE, endpoint};
use server::{Asked, Server, answer_well, begin, counts, end, piece, refuse, send, wanted, words};
use weighbridge_latency::endpoint::{Budget, Endpoint, Key, Limits, Prices, Trouble, time};
use weighbridge_latency::{
    Arrivals, Counted, Failure, Load, Place, Plan, Progress, Run, Stopped, Summary,
};

/// Questions before all others, which count words.
const COUNTING: usize = 2;
/// What a test waits out.
const IMPATIENCE: Duration = Duration::from_millis(300);

fn plan() -> Plan {
    Plan {
        prompt_tokens: vec![40],
        output_tokens: 8,
        concurrency: vec![1],
        repeats: 2,
        warm_up: 1,
        time_limit: Duration::from_secs(120),
        ..Plan::default()
    }
}

fn run(endpoint: &Endpoint, plan: &Plan) -> Run {
    time(endpoint, plan, &AtomicBool::new(false), &mut |_| {}).unwrap()
}

/// What goes wrong with the only request that counts, and the times that came before it did.
fn trouble(
    limits: impl FnOnce(&mut Limits),
    serve: impl Fn(&Asked, &mut TcpStream) -> bool + Send + Sync + 'static,
) -> (Trouble, usize) {
    let server = Server::start(serve);
    let mut endpoint = endpoint(&server.url);
    limits(&mut endpoint.limits);
    // With a prompt of one's own, words need not be counted first.
    endpoint.prompt = Some("a question".to_owned());
    let plan = Plan {
        warm_up: 0,
        repeats: 1,
        ..plan()
    };
    let run = run(&endpoint, &plan);
    assert_eq!(run.answers.len(), 1);
    let answer = &run.answers[0];
    match answer.failure.clone() {
        Some(Failure::Endpoint(trouble)) => (trouble, answer.token_seconds.len()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_good_server_is_timed() {
    let server = Server::start(answer_well);
    let mut endpoint = endpoint(&server.url);
    endpoint.key = Some(Key::typed("sk-secret").unwrap());
    let mut texts = Vec::new();
    let run = time(&endpoint, &plan(), &AtomicBool::new(false), &mut |event| {
        if let Progress::Token {
            text: Some(text),
            counts: true,
            ..
        } = event
        {
            texts.push(text);
        }
    })
    .unwrap();
    assert_eq!(run.stopped, None);
    assert_eq!(
        run.place,
        Place::Endpoint {
            url: format!("{}/v1/chat/completions", server.url),
            model: "a-model".to_owned(),
        }
    );
    assert_eq!(run.answers.len(), 2);
    assert_eq!(texts, vec![" word"; 16]);
    for answer in &run.answers {
        assert_eq!(answer.counted, Counted::ByServer);
        assert_eq!(answer.token_seconds.len(), 8);
        assert!(
            answer
                .token_seconds
                .windows(2)
                .all(|pair| pair[0] <= pair[1])
        );
        assert!(
            answer.prompt_tokens.abs_diff(40) <= 2,
            "{}",
            answer.prompt_tokens
        );
    }
    let asked = server.asked();
    assert_eq!(asked.len(), 5);
    assert_eq!(asked[0].line, "POST /v1/chat/completions HTTP/1.1");
    assert_eq!(asked[0].body["model"], "a-model");
    assert_eq!(asked[0].body["stream"], true);
    assert!(
        asked[0]
            .headers
            .contains(&"authorization: Bearer sk-secret".to_owned())
    );
    let prompts: Vec<&str> = asked
        .iter()
        .map(|asked| asked.body["messages"][0]["content"].as_str().unwrap())
        .collect();
    assert_ne!(prompts[3], prompts[4]);
    // The key is nowhere in what is kept.
    assert!(!format!("{run:?} {endpoint:?}").contains("secret"));
}

#[test]
fn users_at_once_are_at_once() {
    let users = 4;
    // Nobody is answered before all have asked.
    let together = Arc::new(Barrier::new(users));
    let server = Server::start(move |asked, stream| {
        if asked.place >= COUNTING {
            together.wait();
        }
        answer_well(asked, stream)
    });
    let plan = Plan {
        concurrency: vec![users as u32],
        repeats: 3,
        ..plan()
    };
    let run = run(&endpoint(&server.url), &plan);
    assert_eq!((run.answers.len(), run.stopped.clone()), (12, None));
    let summary = Summary::of(&run);
    assert_eq!(summary.levels[0].load, Load::Users(4));
    assert_eq!(summary.levels[0].answered, 12);
    assert!(summary.levels[0].requests_per_second.unwrap() > 0.0);
}

#[test]
fn requests_arrive_whether_or_not_others_are_answered() {
    let most = 5;
    // Nobody is answered before all have arrived, which a closed loop would never get to.
    let together = Arc::new(Barrier::new(most));
    let server = Server::start(move |asked, stream| {
        if asked.place > COUNTING {
            together.wait();
        }
        answer_well(asked, stream)
    });
    let plan = Plan {
        arrivals: Some(Arrivals {
            per_second: 200.0,
            requests: most as u32,
            seed: 3,
        }),
        ..plan()
    };
    let run = run(&endpoint(&server.url), &plan);
    assert_eq!((run.answers.len(), run.stopped.clone()), (most, None));
    assert!(
        run.answers
            .iter()
            .all(|answer| answer.load == Load::Rate(200.0))
    );
    assert!(run.answers.iter().all(|answer| answer.failure.is_none()));
}

#[test]
fn tokens_in_bunches_are_recognised() {
    let server = Server::start(|asked, stream| {
        begin(stream);
        for _ in 0..wanted(asked) / 4 {
            send(stream, &piece(" four words at once"));
        }
        send(stream, &counts(words(asked), wanted(asked)));
        end(stream);
        true
    });
    let run = run(&endpoint(&server.url), &plan());
    for answer in &run.answers {
        assert_eq!(answer.counted, Counted::InBunches { pieces: 2 });
        assert_eq!(answer.token_seconds.len(), 8);
    }
}

#[test]
fn what_a_server_says_of_itself_is_kept() {
    let server = Server::start(|asked, stream| {
        begin(stream);
        send(stream, &piece("a"));
        let last = serde_json::json!({
            "choices": [{ "text": "b", "finish_reason": "length" }],
            "timings": { "prompt_n": 9, "prompt_ms": 12.5, "predicted_n": 2, "predicted_ms": 3.5 },
        });
        send(stream, &format!("data: {last}\n\n"));
        end(stream);
        asked.place < 99
    });
    let run = run(&endpoint(&server.url), &plan());
    let said = run.answers[0].server.unwrap();
    assert_eq!((said.prompt_tokens, said.prompt_ms), (9, 12.5));
    assert_eq!((said.output_tokens, said.output_ms), (2, 3.5));
    assert_eq!(run.answers[0].prompt_tokens, 9);
}

#[test]
fn a_server_that_stalls_is_left_with_what_came() {
    let (trouble, tokens) = trouble(
        |limits| limits.next_token = IMPATIENCE,
        |_, stream| {
            begin(stream);
            send(stream, &piece("one"));
            send(stream, &piece("two"));
            thread::sleep(PATIENCE);
            false
        },
    );
    assert_eq!((trouble, tokens), (Trouble::Stalled { seconds: 0.3 }, 2));
}

#[test]
fn a_server_that_only_keeps_the_connection_alive_stalls_too() {
    let (found, tokens) = trouble(
        |limits| limits.first_token = IMPATIENCE,
        |_, stream| {
            begin(stream);
            while send(stream, ": still here\n\n") {
                thread::sleep(Duration::from_millis(20));
            }
            false
        },
    );
    assert_eq!((found, tokens), (Trouble::NoFirstToken { seconds: 0.3 }, 0));
    let (found, tokens) = trouble(
        |limits| limits.first_token = IMPATIENCE,
        |_, _| {
            thread::sleep(PATIENCE);
            false
        },
    );
    assert_eq!((found, tokens), (Trouble::NoFirstToken { seconds: 0.3 }, 0));
}

#[test]
fn a_trickle_comes_to_an_end() {
    let (trouble, tokens) = trouble(
        |limits| limits.whole = 2 * IMPATIENCE,
        |_, stream| {
            begin(stream);
            while send(stream, &piece("drip")) {
                thread::sleep(Duration::from_millis(10));
            }
            false
        },
    );
    assert_eq!(trouble, Trouble::TooLong { seconds: 0.6 });
    assert!(tokens > 0);
}

#[test]
fn a_connection_that_is_cut_off_keeps_what_came() {
    for pieces in [0, 3] {
        let (trouble, tokens) = trouble(
            |_| {},
            move |_, stream| {
                begin(stream);
                for _ in 0..pieces {
                    send(stream, &piece("word"));
                }
                false
            },
        );
        assert_eq!((trouble, tokens), (Trouble::CutOff, pieces));
    }
    // Cut off before anything was said at all.
    assert_eq!(trouble(|_| {}, |_, _| false).0, Trouble::CutOff);
    // Ended politely, but in the middle.
    let (trouble, tokens) = trouble(
        |_| {},
        |_, stream| {
            begin(stream);
            send(stream, &piece("word"));
            let _ = stream.write_all(b"0\r\n\r\n");
            true
        },
    );
    assert_eq!((trouble, tokens), (Trouble::CutOff, 1));
}

#[test]
fn a_connection_that_was_not_kept_open_is_made_again() {
    // Answers once on every connection, and then closes it in the middle of the next question.
    let server =
        Server::start(|asked, stream| asked.on_connection == 0 && answer_well(asked, stream));
    let run = run(
        &endpoint(&server.url),
        &Plan {
            repeats: 3,
            ..plan()
        },
    );
    assert_eq!((run.answers.len(), run.stopped.clone()), (3, None));
    assert!(run.answers.iter().all(|answer| answer.is_whole()));
}

#[test]
fn refusals_are_told_in_the_servers_words() {
    type Case = (&'static str, &'static str, &'static str, Trouble);
    let json = "Content-Type: application/json\r\n";
    let html = "Content-Type: text/html\r\n";
    let status = |status, said: &str| Trouble::Status {
        status,
        said: said.to_owned(),
    };
    let cases: [Case; 9] = [
        (
            "500 Internal Server Error",
            json,
            r#"{"error":{"message":"out of\nmemory"}}"#,
            status(500, "out of memory"),
        ),
        ("503 Busy", html, "", status(503, "")),
        (
            "404 Not Found",
            json,
            r#"{"error":"no such model"}"#,
            status(404, "no such model"),
        ),
        (
            "403 Forbidden",
            json,
            r#"{"message":"who are you"}"#,
            status(403, "who are you"),
        ),
        (
            "302 Found",
            "Location: http://127.0.0.1:9/elsewhere\r\n",
            "",
            Trouble::Redirected {
                to: "http://127.0.0.1:9/elsewhere".to_owned(),
            },
        ),
        (
            "200 OK",
            html,
            "<html>",
            Trouble::NotAStream {
                content_type: "text/html".to_owned(),
            },
        ),
        (
            "200 OK",
            "Content-Type: text/event-stream\r\nContent-Encoding: gzip\r\n",
            "\u{1f}",
            Trouble::Packed {
                encoding: "gzip".to_owned(),
            },
        ),
        (
            "200 OK",
            "Content-Type: text/event-stream\r\n",
            "data: {not json}\n\n",
            Trouble::Malformed {
                began: "{not json}".to_owned(),
            },
        ),
        (
            "200 OK",
            "Content-Type: text/event-stream\r\n",
            "data: {\"error\":{\"message\":\"overloaded\"}}\n\n",
            Trouble::Said {
                said: "overloaded".to_owned(),
            },
        ),
    ];
    for (line, headers, body, expected) in cases {
        let (found, tokens) = trouble(|_| {}, move |_, stream| refuse(stream, line, headers, body));
        assert_eq!((found, tokens), (expected, 0), "{line}");
    }
}

#[test]
fn what_a_hostile_server_sends_is_bounded() {
    let megabytes = |line: &'static [u8]| {
        move |_: &Asked, stream: &mut TcpStream| {
            begin(stream);
            let block = line.repeat((1 << 16) / line.len());
            for _ in 0..10 << 4 {
                let head = format!("{:x}\r\n", block.len());
                let sent = stream
                    .write_all(head.as_bytes())
                    .and_then(|()| stream.write_all(&block))
                    .and_then(|()| stream.write_all(b"\r\n"));
                if sent.is_err() {
                    return false;
                }
            }
            end(stream);
            true
        }
    };
    let (found, _) = trouble(|_| {}, megabytes(b"garbage!"));
    assert_eq!(found, Trouble::TooMuch { megabytes: 1 });
    let (found, _) = trouble(|_| {}, megabytes(b"garbage\n"));
    assert_eq!(
        found,
        Trouble::Malformed {
            began: "garbage".to_owned()
        }
    );
    let (found, _) = trouble(|_| {}, megabytes(b"data: x\n"));
    assert_eq!(found, Trouble::TooMuch { megabytes: 1 });
    // A refusal of ten megabytes.
    let (found, _) = trouble(
        |_| {},
        |_, stream| refuse(stream, "500 No", "", &"no ".repeat(3_500_000)),
    );
    assert!(
        matches!(&found, Trouble::Status { status: 500, said } if said.len() < 200),
        "{found:?}"
    );
    // No HTTP at all, and headers without end.
    let (found, _) = trouble(
        |_| {},
        |_, stream| {
            let _ = stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\r\n");
            false
        },
    );
    assert!(matches!(found, Trouble::Malformed { .. }), "{found:?}");
    let (found, _) = trouble(
        |_| {},
        |_, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
            while stream.write_all(b"X-More: and more\r\n").is_ok() {}
            false
        },
    );
    assert!(
        matches!(
            found,
            Trouble::Malformed { .. } | Trouble::Unreachable { .. }
        ),
        "{found:?}"
    );
}

#[test]
fn too_many_requests_are_counted_and_waited_for() {
    let server = Server::start(
        |asked, stream| match asked.place - COUNTING.min(asked.place) {
            1 => refuse(
                stream,
                "429 Too Many Requests",
                "Retry-After: 0.05\r\n",
                "slow down",
            ),
            _ => answer_well(asked, stream),
        },
    );
    let plan = Plan {
        repeats: 3,
        ..plan()
    };
    let run = run(&endpoint(&server.url), &plan);
    assert_eq!(run.stopped, None);
    let limited = Trouble::RateLimited {
        retry_after_seconds: Some(0.05),
    };
    assert_eq!(run.answers[0].failure, Some(Failure::Endpoint(limited)));
    let paused = run.answers[1].asked_at_seconds - run.answers[0].asked_at_seconds;
    assert!(paused >= 0.05, "{paused}");
    let level = &Summary::of(&run).levels[0];
    assert_eq!((level.answered, level.failed), (2, 1));
}

#[test]
fn a_server_of_another_dialect_is_understood() {
    let server = Server::start(|asked, stream| {
        let json = "Content-Type: application/json\r\n";
        let known = ["max_completion_tokens", "messages", "model", "stream"];
        let keys = asked.body.as_object().unwrap().keys();
        match keys.clone().find(|key| !known.contains(&key.as_str())) {
            Some(key) => {
                let said = match key.as_str() {
                    "max_tokens" => "use 'max_completion_tokens' instead of 'max_tokens'",
                    other => other,
                };
                let body = serde_json::json!({ "error": { "message": said } });
                refuse(stream, "400 Bad Request", json, &body.to_string())
            }
            None => {
                begin(stream);
                send(stream, &piece("a"));
                send(stream, &piece("b"));
                end(stream);
                true
            }
        }
    });
    let run = run(&endpoint(&server.url), &plan());
    assert_eq!((run.stopped.clone(), run.answers.len()), (None, 2));
    assert_eq!(run.answers[0].counted, Counted::Pieces);
    // The first question has found out, so that nothing of it is timed; without counts a second
    // one would teach nothing.
    assert_eq!(server.asked().len(), 4 + 3);
}

#[test]
fn a_hopeless_server_ends_the_run() {
    let server = Server::start(|_, stream| refuse(stream, "403 Forbidden", "", "no key"));
    let run_of = |url: &str| run(&endpoint(url), &plan());
    let refused = run_of(&server.url);
    let trouble = Trouble::Status {
        status: 403,
        said: "no key".to_owned(),
    };
    assert_eq!(
        refused.stopped,
        Some(Stopped::Failed(Failure::Endpoint(trouble)))
    );
    assert_eq!((refused.answers.len(), server.asked().len()), (0, 1));
    let url = server.url.clone();
    drop(server);
    thread::sleep(Duration::from_millis(50));
    let gone = run_of(&url).stopped;
    assert!(
        matches!(
            gone,
            Some(Stopped::Failed(Failure::Endpoint(
                Trouble::Unreachable { .. } | Trouble::CutOff
            )))
        ),
        "{gone:?}"
    );
}

#[test]
fn one_bad_answer_among_good_ones_is_an_answer() {
    let server = Server::start(
        |asked, stream| match asked.place - COUNTING.min(asked.place) {
            2 => refuse(stream, "500 Oh", "", "sorry"),
            _ => answer_well(asked, stream),
        },
    );
    let run = run(
        &endpoint(&server.url),
        &Plan {
            repeats: 4,
            ..plan()
        },
    );
    assert_eq!((run.answers.len(), run.stopped.clone()), (4, None));
    let level = &Summary::of(&run).levels[0];
    assert_eq!((level.answered, level.failed), (3, 1));
}

#[test]
fn cancelling_ends_what_is_under_way() {
    let server = Server::start(|asked, stream| {
        if asked.place <= COUNTING {
            return answer_well(asked, stream);
        }
        begin(stream);
        send(stream, &piece("only"));
        thread::sleep(PATIENCE);
        false
    });
    let cancel = AtomicBool::new(false);
    let run = time(&endpoint(&server.url), &plan(), &cancel, &mut |event| {
        if matches!(event, Progress::Token { counts: true, .. }) {
            cancel.store(true, Ordering::Relaxed);
        }
    })
    .unwrap();
    assert_eq!(run.stopped, Some(Stopped::Cancelled));
    assert_eq!(run.answers.len(), 1);
    assert_eq!(run.answers[0].failure, Some(Failure::Stopped));
    assert_eq!(run.answers[0].token_seconds.len(), 1);
}

#[test]
fn the_ceiling_of_cost_holds() {
    let served = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&served);
    let server = Server::start(move |asked, stream| {
        count.fetch_add(1, Ordering::Relaxed);
        answer_well(asked, stream)
    });
    let mut endpoint = endpoint(&server.url);
    // Counting costs 18 + 2 and 50 + 2 dollars; a request then is set aside 1.5 · 40 + 8 = 68 and
    // costs 48.
    endpoint.budget = Some(Budget {
        prices: Prices {
            input_usd_per_mtok: 1e6,
            output_usd_per_mtok: 1e6,
        },
        ceiling_usd: 240.0,
    });
    let run = run(
        &endpoint,
        &Plan {
            repeats: 50,
            ..plan()
        },
    );
    assert_eq!(run.stopped, Some(Stopped::CostCeiling));
    assert_eq!(served.load(Ordering::Relaxed), COUNTING + 3);
    assert_eq!(run.spent_usd, Some(72.0 + 3.0 * 48.0));
}
