//! What the keys about the choice mean.

/// Where an object stands in a document, as `options[].gates[]`, with the keys it has in order.
pub(crate) type Keys = (&'static str, &'static [(&'static str, &'static str)]);

/// The key `decision` of `evaluate --json`.
pub(crate) const DECISION: &[Keys] = &[
    (
        "",
        &[
            (
                "cost_role",
                "`money-axis`: net benefit is what value is worth less what it costs; `criterion`: cost is weighed as one criterion more",
            ),
            (
                "usd_per_point",
                "what a point of value of a hundred is worth",
            ),
            (
                "cost_weight",
                "the weight of cost against all criteria together where it is a criterion, otherwise `null`",
            ),
            (
                "best",
                "the id of the option to choose, or `null` where none is in the running",
            ),
            ("runner_up", "the id of the one that follows, or `null`"),
            (
                "margin_usd",
                "net benefit of the one less that of the other, or `null`",
            ),
            ("sentence", "the recommendation in the language asked for"),
            (
                "how_sure",
                "the odds in that language; `null` without `--draws`",
            ),
            ("reasons", "three reasons at most, the weightiest first"),
            (
                "flips",
                "three things at most that would turn the choice round, the nearest first",
            ),
            (
                "find_out",
                "what to find out next, with the keys of `odds.evppi[]`; `null` without `--draws` or where nothing is worth it",
            ),
            (
                "ranking",
                "the ids of the options in the running by falling net benefit",
            ),
            ("gates", "what no option may miss"),
            ("criteria", "what makes an option better, cost apart"),
            ("options", "the options in the order of the case"),
            (
                "participants",
                "those who weigh, each with what would follow from their weights alone",
            ),
            (
                "methods",
                "which option other methods put first: `weighted-sum`, `topsis`, `promethee-ii`, `cheapest` and, where the case names futures, `minimax-regret`",
            ),
            (
                "what_ifs",
                "net benefit and regret in each future that the case names, or `null`",
            ),
            (
                "odds",
                "how sure the choice is where `--draws` stands, otherwise `null`",
            ),
        ],
    ),
    (
        "gates[]",
        &[
            ("id", "the id, as in `gates.ID.on`"),
            (
                "test",
                "`data-residency`, `licence`, `time-to-first-token`, `writing-speed`, `memory`, `context`, `minimum-score`, `languages`, `skills` or `minimum-judgement`",
            ),
            ("on", "whether it is asked"),
            (
                "limit",
                "points, percent or full posts, for tests that have one; otherwise `null`",
            ),
            (
                "percentile",
                "the share of draws at which it is judged; 0.5 is the median",
            ),
        ],
    ),
    (
        "criteria[]",
        &[
            ("id", "the id, as in `criteria.ID.weight`"),
            ("name", "its name"),
            (
                "evidence",
                "`judgement`, a key of `results`, or a column of scores",
            ),
            ("worst", "the figure worth nothing"),
            ("best", "the figure worth everything"),
            ("weight", "its weight; all sum to one"),
            (
                "stable_from",
                "the weight down to which the same option stays the best, the others keeping their proportions; `null` where fewer than two options are in the running",
            ),
            ("stable_to", "the weight up to which it does"),
            (
                "option_below",
                "the id of the option chosen below, or `null`",
            ),
            (
                "option_above",
                "the id of the option chosen above, or `null`",
            ),
        ],
    ),
    (
        "options[]",
        &[
            ("id", "the id of the option"),
            (
                "in_the_running",
                "whether it passes every gate and has a cost",
            ),
            ("gates", "how it stands before each gate"),
            ("out_because", "why it is out, as a sentence, or `null`"),
            ("performances", "how it does by each criterion"),
            ("value_points", "its value from 0 to 100, cost apart"),
            ("npv_usd", "net present value of cost, or `null`"),
            (
                "net_benefit_usd",
                "`usd_per_point` times `value_points` less `npv_usd`, or `null`",
            ),
        ],
    ),
    (
        "options[].gates[]",
        &[
            ("gate", "the id of the gate"),
            (
                "verdict",
                "`passed`, `closed`, `not-known` where the evidence comes later, `not-asked`",
            ),
            (
                "reason",
                "`key` and values of why it closes, see below, or `null`",
            ),
            (
                "words",
                "the same in words, as what follows “out because”, or `null`",
            ),
        ],
    ),
    (
        "options[].performances[]",
        &[
            ("criterion", "the id of the criterion"),
            (
                "evidence",
                "`judged`, `found` in results or scores, or `unknown`: then the middle of the scale stands in",
            ),
            ("figure", "the figure between the anchors"),
            ("value", "what it is worth, from 0 to 1"),
            ("points", "what it adds to `value_points`"),
            (
                "clips",
                "whether it lies beyond an anchor, where differences count for nothing",
            ),
        ],
    ),
    (
        "participants[]",
        &[
            ("id", "the id, as in `participants.ID.weight.CRITERION`"),
            ("name", "their name or office"),
            ("elicitation", "`swings`, `ranks` or `pairs`"),
            (
                "weights",
                "their weights by the ids of criteria; they sum to one",
            ),
            (
                "cost_weight",
                "the weight they give cost where it is a criterion, otherwise `null`",
            ),
            ("usd_per_point", "what a point is worth by their weights"),
            ("best", "the id of the option they would choose, or `null`"),
            (
                "distance",
                "how far their weights are from the group’s, from 0 to 1",
            ),
            ("consistency", "for comparisons in pairs, otherwise `null`"),
        ],
    ),
    (
        "participants[].consistency",
        &[
            ("eigenvalue", "the principal eigenvalue"),
            ("index", "the consistency index"),
            ("ratio", "the index over that of random comparisons"),
            (
                "light",
                "`green` up to 0.1, `amber` up to 0.2, `red` beyond",
            ),
            (
                "clash",
                "`criteria` (three ids) that contradict each other most, with what was `said` of the first against the third and what is `implied`; or `null`",
            ),
        ],
    ),
    (
        "methods[]",
        &[
            ("method", "the method"),
            ("best", "the id of the option it puts first"),
            ("agrees", "whether that is `best`"),
        ],
    ),
    (
        "what_ifs",
        &[
            (
                "futures",
                "`id` and `name` of each; the first is the case itself, both empty",
            ),
            ("options", "the options in the running"),
            (
                "minimax",
                "the id of the option with the smallest largest regret, or `null`",
            ),
        ],
    ),
    (
        "what_ifs.options[]",
        &[
            ("id", "the id of the option"),
            (
                "net_benefit_usd",
                "by future; `null` where it is out or has no cost there",
            ),
            (
                "regret_usd",
                "what it falls short of the best of the same future",
            ),
            ("largest_regret_usd", "the largest of them, or `null`"),
        ],
    ),
    (
        "odds",
        &[
            ("draws", "number of draws"),
            ("seed", "their seed"),
            ("method", "`latin-hypercube` or `sobol`"),
            (
                "margin_usd",
                "`p10`, `p50`, `p90` and `mean` of the net benefit of `best` less that of `runner_up`, or `null`",
            ),
            (
                "evpi_usd",
                "what it is worth at most to know everything before choosing, or `null`",
            ),
            ("evpi_standard_error_usd", "its standard error, or `null`"),
            (
                "evppi",
                "what it is worth to know one quantity before choosing, the most valuable first",
            ),
            ("options", "the options in the order of the case"),
            (
                "review",
                "what looking again is worth, or `null` where nobody does",
            ),
        ],
    ),
    (
        "odds.evppi[]",
        &[
            ("quantity", "the id of the quantity"),
            ("paths", "the paths of the figures that share it"),
            ("usd", "what it is worth to know it"),
            ("standard_error_usd", "the standard error of that"),
            (
                "option",
                "the option of a performance that nobody knows, otherwise `null`",
            ),
            ("criterion", "its criterion, otherwise `null`"),
            ("way", "`ask`, `measure`, `pilot` or `import-logs`"),
            ("words", "the quantity in words"),
        ],
    ),
    (
        "odds.options[]",
        &[
            ("id", "the id of the option"),
            ("npv_usd", "`p10`, `p50`, `p90` and `mean`, or `null`"),
            ("value_points", "the same of its value"),
            ("net_benefit_usd", "the same of its net benefit, or `null`"),
            (
                "cheapest_share",
                "share of draws in which it costs least of the options in the running",
            ),
            ("cheapest_futures_of_50", "the same in 50 futures"),
            (
                "best_share",
                "share of draws in which its net benefit is the highest of the options in the running",
            ),
            ("best_futures_of_50", "the same in 50 futures"),
            (
                "expected_regret_usd",
                "what choosing it falls short of the best choice on average, or `null`",
            ),
            (
                "gates",
                "`gate` with `closed_share`: the share of draws in which it would close, or `null`",
            ),
            (
                "rank_shares",
                "shares of all weightings at each rank from the first (SMAA-2), or `null` for an option that is out",
            ),
            (
                "central_weights",
                "mean of the weightings that choose it, by the ids of criteria, or `null` where none does",
            ),
            (
                "exceedance",
                "amounts of `npv_usd`, each with the share of draws above it",
            ),
            (
                "dominates",
                "ids of the options that are nowhere cheaper at the same chance",
            ),
        ],
    ),
    (
        "odds.review",
        &[
            ("after_months", "months after the start"),
            (
                "value_of_waiting_usd",
                "what the second look is worth; never negative",
            ),
            (
                "start_with",
                "`id` with the `net_benefit_usd` of starting with it and looking again",
            ),
            ("without_review", "the same without a second look"),
            (
                "change_to",
                "`id` with the `share` of draws in which it serves the rest, from the best start",
            ),
        ],
    ),
];

/// Why a gate closes: the values beside `key`.
pub(crate) const GATE_REASONS: &[(&str, &[&str])] = &[
    ("context", &["tokens", "context_tokens"]),
    ("data-residency", &["place", "allowed"]),
    ("languages", &["missing"]),
    ("licence", &["licence", "clauses"]),
    ("memory", &["needed_gigabytes", "memory_gigabytes"]),
    ("memory-in-draws", &["share"]),
    ("minimum-judgement", &["criterion", "points", "limit"]),
    ("minimum-score", &["benchmark", "score", "limit"]),
    ("skills", &["fte", "limit"]),
    ("time-to-first-token", &["seconds", "target_seconds"]),
    (
        "writing-speed",
        &["tokens_per_second", "target_tokens_per_second"],
    ),
];

/// Reasons for the choice: the values beside `key` and `sentence`.
pub(crate) const REASONS: &[(&str, &[&str])] = &[
    ("better", &["criterion", "points", "usd"]),
    ("costs-less", &["usd"]),
    ("only-one", &[]),
    ("others-out", &["options"]),
];

/// What would turn the choice round: the values beside `key` and `sentence`.
pub(crate) const FLIPS: &[(&str, &[&str])] = &[
    ("gate", &["gate", "option"]),
    ("input", &["path", "unit", "here", "at", "option"]),
    ("weight", &["criterion", "here", "at", "option"]),
];

/// The key `map` of `sensitivity --json`.
pub(crate) const MAP: &[Keys] = &[
    (
        "",
        &[
            ("across", "the input that rises along a row"),
            ("down", "the input that rises from row to row"),
            ("best", "the id of the best option in each cell, or `null`"),
            ("lead_usd", "by how much it leads the next"),
        ],
    ),
    (
        "across",
        &[
            ("path", "its path"),
            ("unit", "the unit of its values"),
            ("here", "its value in the case"),
            ("from", "the start of the range looked at"),
            ("to", "its end"),
            (
                "by_ratio",
                "whether the cells are even by ratio instead of by difference",
            ),
            ("values", "the values in the middle of the cells"),
        ],
    ),
];

/// The key `indices` of `sensitivity --json`.
pub(crate) const INDICES: &[Keys] = &[
    (
        "",
        &[
            (
                "draws",
                "number of draws; the two options are evaluated so often for every quantity, and twice more",
            ),
            ("mean_usd", "mean of the difference"),
            ("variance_usd2", "its variance"),
            ("quantities", "what is drawn, the largest total first"),
        ],
    ),
    (
        "quantities[]",
        &[
            ("id", "the id, which never changes"),
            ("paths", "the paths of the figures that share it"),
            (
                "first",
                "the share of the variance that goes away when it alone is known",
            ),
            ("total", "the share that is left when all others are known"),
        ],
    ),
];

/// Every object at a place of a document, as `options[].gates[]`; `null` is none.
pub(crate) fn objects<'a>(
    document: &'a serde_json::Value,
    place: &str,
) -> Vec<&'a serde_json::Value> {
    let mut found = vec![document];
    for step in place.split('.').filter(|step| !step.is_empty()) {
        let (key, is_list) = match step.strip_suffix("[]") {
            Some(key) => (key, true),
            None => (step, false),
        };
        found = found
            .into_iter()
            .map(|value| &value[key])
            .flat_map(|value| match is_list {
                true => value.as_array().into_iter().flatten().collect::<Vec<_>>(),
                false => vec![value],
            })
            .collect();
    }
    found.retain(|value| !value.is_null());
    found
}
