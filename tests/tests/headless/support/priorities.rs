//! Priorities of every kind, to be set into a scenario.

/// Gates, criteria, people, futures and judgements for the case with every kind of option.
pub(crate) const PRIORITIES: &str = r#"    priorities: (
        conditions: [(
            id: "house", statement: (en: "Data may not leave the house."), favours: "open-weights",
            consequences: [(
                path: "gates.residency.on", yes: "yes", no: "no", unknown: "no",
                why: (en: "Then only own machines do."),
            )],
        )],
        gates: [
            (id: "residency", test: "data-residency", allowed: "own-premises"),
            (id: "fits", test: "memory", on: true),
            (id: "first-token", test: "time-to-first-token", on: true),
            (id: "skills", test: "skills", on: true, limit: (value: 3)),
            (id: "control", test: "minimum-judgement", criterion: "control", on: true, limit: (value: 10)),
        ],
        criteria: [
            (id: "quality", name: (en: "Quality of answers", pt: "Qualidade das respostas", es: "Calidad de las respuestas"),
                weight: (value: 80, range: (low: 50, high: 100))),
            (id: "control", name: (en: "Control over the model", pt: "Controle sobre o modelo", es: "Control sobre el modelo"),
                weight: (value: 50)),
            (id: "waiting", name: (en: "Waiting for the first token", pt: "Espera pelo primeiro token", es: "Espera del primer token"),
                result: "time_to_first_token_seconds", worst: 5, best: 0, weight: (value: 20)),
        ],
        money_axis: (usd_per_point: (value: 20_000, range: (low: 5_000, high: 50_000))),
        review: (after_months: 12),
        participants: [
            (id: "board", name: "The board", weights: [
                (criterion: "quality", points: 90), (criterion: "control", points: 40), (criterion: "waiting", points: 10)]),
            (id: "risk", name: "Risk office", elicitation: "ranks", ranks: ["control", "quality", "waiting"]),
            (id: "engineers", name: "Engineers", elicitation: "pairs", comparisons: [
                (first: "quality", second: "control", times: 5), (first: "control", second: "waiting", times: 3),
                (first: "waiting", second: "quality", times: 2)]),
        ],
        what_ifs: [
            (id: "price-war", name: (en: "Price war", pt: "Guerra de preços", es: "Guerra de precios"),
                story: (en: "Tokens cost half.", pt: "Os tokens custam metade.", es: "Los tokens cuestan la mitad."),
                moves: [
                    (path: "options.*.token_plan.input_usd_per_million_tokens", times: 0.5),
                    (path: "options.*.token_plan.output_usd_per_million_tokens", times: 0.5)]),
            (id: "demand", name: (en: "Three times the demand"), story: (en: "Everybody uses it."),
                moves: [(path: "workload.requests_per_month", times: 3)]),
        ],
    ),
"#;

/// Judgements of an option for those criteria.
pub(crate) fn assessments(quality: &str, control: &str) -> String {
    format!(
        "assessments: [(criterion: \"quality\", points: {quality}), (criterion: \"control\", points: {control})], "
    )
}
