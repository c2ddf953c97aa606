//! Why a run did not come to its end, in every language.

use weighbridge_inference::{Lack, Unsupported};
use weighbridge_latency::Failure;
use weighbridge_latency::endpoint::{CertificateFault, ConnectionFault, TlsFault, Trouble};
use weighbridge_text::{Locale, Text};

#[test]
fn every_fault_of_a_connection_has_words_of_its_own_in_every_language() {
    let reason = || "a reason".to_owned();
    let unreachable = ConnectionFault::ALL.map(|fault| Trouble::Unreachable {
        fault,
        reason: reason(),
    });
    let insecure = TlsFault::ALL.map(|fault| Trouble::Insecure {
        fault,
        reason: reason(),
    });
    let certificate = CertificateFault::ALL.map(|fault| Trouble::Certificate {
        fault,
        reason: reason(),
    });
    let all = [
        unreachable.as_slice(),
        insecure.as_slice(),
        certificate.as_slice(),
    ]
    .concat();
    for locale in Locale::ALL {
        let text = Text::new(locale);
        let mut told = Vec::new();
        for trouble in &all {
            let words = text.describe(trouble);
            assert!(!words.contains("latency-trouble"), "{locale}: {words}");
            assert!(!told.contains(&words), "{locale}: {words}");
            // A library's own words are English, and stand only where nothing else is known.
            let is_other = matches!(
                trouble,
                Trouble::Unreachable {
                    fault: ConnectionFault::Other,
                    ..
                } | Trouble::Insecure {
                    fault: TlsFault::Other,
                    ..
                } | Trouble::Certificate {
                    fault: CertificateFault::Other,
                    ..
                }
            );
            assert_eq!(words.contains("(a reason)"), is_other, "{locale}: {words}");
            told.push(words);
        }
    }
}

#[test]
fn whatever_does_not_run_has_words_of_its_own_in_every_language() {
    let lacks = [
        Lack::Weights,
        Lack::KeysAndValues,
        Lack::Binding { bytes: 134_217_728 },
        Lack::Other("a reason".to_owned()),
    ];
    let unsupported = [
        Unsupported::Instructions {
            name: "AVX2".to_owned(),
        },
        Unsupported::Layers { is: 2, said: 3 },
        Unsupported::Matrix {
            rows: 64,
            columns: 63,
            format: "F16".to_owned(),
            wanted: [64, 64],
        },
        Unsupported::Width { numbers: 65 },
        Unsupported::Heads {
            heads: 3,
            key_value_heads: 2,
        },
        Unsupported::HeadSize { numbers: 33 },
        Unsupported::Positions {
            numbers: 34,
            head_size: 32,
        },
        Unsupported::Window {
            tokens: 8,
            layers: 2,
        },
        Unsupported::Rows {
            rows: 256,
            columns: 1_048_576,
        },
        Unsupported::EmptyPrompt,
        Unsupported::NoRoomMade,
    ];
    let all = lacks
        .map(|lack| Failure::Memory {
            bytes: 3_200_000_000,
            lack,
        })
        .into_iter()
        .chain(unsupported.map(|what| Failure::Unsupported { what }))
        .collect::<Vec<_>>();
    let told = |locale| -> Vec<String> {
        let text = Text::new(locale);
        all.iter().map(|failure| text.describe(failure)).collect()
    };
    let english = told(Locale::En);
    assert_eq!(
        english[3],
        "3.2 GB of memory were wanted and not given (a reason)."
    );
    for locale in Locale::ALL {
        for (place, (own, english)) in told(locale).iter().zip(&english).enumerate() {
            assert!(
                !own.contains("latency-") && !own.contains('$'),
                "{locale}: {own}"
            );
            assert!(!told(locale)[..place].contains(own), "{locale}: {own}");
            assert_eq!(own == english, locale == Locale::En, "{locale}: {own}");
        }
    }
}
