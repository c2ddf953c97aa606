//! The tables of `docs/headless.md`, made from the program's own types.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::decision::{DECISION, FLIPS, GATE_REASONS, INDICES, Keys, MAP, REASONS};
use weighbridge_desktop::headless::result_names;
use weighbridge_engine::figure::{FieldSpec, FigureGroup};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::scenario::{
    ASSESSMENT, Answer, Billing, CascadeMode, CascadePlan, ContextTier, CostRole, Customisation,
    CustomisationMethod, DataPlace, DevicePlan, FTE_LIMIT, Finance, InterfaceSpeed, LicenceFees,
    Maintenance, MoneyAxis, OwnedPlan, POINTS_LIMIT, People, PriceLaw, Purchase, Quality,
    RentedPlan, Review as ReviewPlan, SWING, Salaries, Serving, Successor, TokenPlan, Transition,
    VolumeDiscount, Workload,
};
use weighbridge_text::{Locale, Text};
use weighbridge_units::Currency;

/// The blocks of the document by name.
pub(crate) fn blocks() -> Vec<(&'static str, String)> {
    vec![
        ("document", keys_of_the_document()),
        ("results", results()),
        ("lines", lines()),
        ("findings", findings()),
        ("inputs", inputs()),
        ("decision-inputs", decision_inputs()),
        ("choices", choices_table()),
        ("uncertainty", keys_of_the_odds()),
        ("explanation", keys_of_an_explanation()),
        ("sensitivity", keys_of_a_sensitivity()),
        ("decision", keys_of(DECISION)),
        ("gate-reasons", values_of(GATE_REASONS)),
        ("reasons", values_of(REASONS)),
        ("flips", values_of(FLIPS)),
        ("map", keys_of(MAP)),
        ("indices", keys_of(INDICES)),
        ("formulas", formulas()),
        ("charts", charts()),
    ]
}

/// A table with a heading and rows of cells.
fn table<const N: usize>(
    heading: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut text = format!("| {} |\n|{}\n", heading.join(" | "), " --- |".repeat(N));
    for row in rows {
        writeln!(text, "| {} |", row.join(" | ")).unwrap();
    }
    text
}

fn code(text: impl std::fmt::Display) -> String {
    format!("`{text}`")
}

fn results() -> String {
    let text = Text::new(Locale::En);
    let rows = Measure::ALL.iter().map(|measure| {
        let key = format!("measure-{}", measure.key().replace('_', "-"));
        let help = text.get(&format!("{key}.help"));
        [
            code(measure.key()),
            code(measure.unit()),
            format!("{}: {help}", text.get(&key)),
        ]
    });
    table(["key", "unit", "meaning"], rows)
}

fn lines() -> String {
    let text = Text::new(Locale::En);
    let rows = CostLine::ALL.iter().map(|line| {
        let key = format!("cost-line-{}", line.key());
        [
            code(line.key()),
            text.get(&format!("{key}.help")).into_owned(),
        ]
    });
    table(["key", "meaning"], rows)
}

/// What the keys of `evaluate --json` mean; the test holds them to be all, and in order.
pub(crate) const DOCUMENT: [(&str, &str); 15] = [
    ("version", "1"),
    ("title", "the title of the case"),
    ("date", "the date of the case"),
    ("horizon_months", "months looked ahead"),
    (
        "discount_rate_per_year",
        "a share; the effective monthly rate follows from it",
    ),
    ("currency", "the currency in which people read the case"),
    (
        "fx_rate_per_usd",
        "units of that currency for one US dollar",
    ),
    ("fx_date", "the day of that rate, or `null`"),
    (
        "cheapest",
        "the id of the feasible option with the lowest `npv_usd`, or `null`",
    ),
    (
        "by_cost",
        "the ids of the feasible options by rising `npv_usd`",
    ),
    (
        "options",
        "the options in the order of the case, each with the keys below",
    ),
    ("findings", "see below"),
    (
        "measurements",
        "what was measured for the case and what it did; `docs/methods/own-measurements.md` has the keys",
    ),
    (
        "uncertainty",
        "the odds of cost where `--draws` stands, otherwise `null`; see below",
    ),
    ("decision", "what follows for the choice; see below"),
];

/// What the key `uncertainty` holds, and what is in its lists.
pub(crate) const UNCERTAINTY: [(&str, &str); 10] = [
    ("draws", "number of draws"),
    ("seed", "their seed"),
    ("method", "`latin-hypercube` or `sobol`"),
    (
        "quantities",
        "what is drawn, by id; figures copied from one field of one preset are one quantity",
    ),
    ("options", "the options in the order of the case"),
    (
        "no_option_share",
        "share of draws in which no option can be had",
    ),
    ("no_option_futures_of_50", "the same in 50 futures"),
    (
        "evpi_usd",
        "what it is worth at most to know everything before choosing, or `null` where nothing can be chosen",
    ),
    ("evpi_standard_error_usd", "its standard error, or `null`"),
    (
        "evppi",
        "what it is worth to know one quantity before choosing, the most valuable first",
    ),
];

pub(crate) const QUANTITY: [(&str, &str); 6] = [
    ("id", "the id, which never changes and keys its draws"),
    ("paths", "the paths of the figures that share it"),
    (
        "distribution",
        "`two-piece` through P10, P50 and P90, `pert` between bounds",
    ),
    ("p10", "the value below which one draw in ten falls"),
    ("p50", "the median"),
    ("p90", "the value below which nine draws in ten fall"),
];

pub(crate) const ODDS: [(&str, &str); 7] = [
    ("id", "the id of the option"),
    (
        "fits_share",
        "share of draws in which the model fits into memory",
    ),
    (
        "npv_usd",
        "`p10`, `p50`, `p90` and `mean`, or `null` where some draw has no figure",
    ),
    (
        "cheapest_share",
        "share of draws in which it costs least of the options that fit in that draw; ties share",
    ),
    (
        "futures_of_50",
        "the same in 50 futures; with `no_option_futures_of_50` they sum to 50",
    ),
    (
        "expected_regret_usd",
        "mean of what it costs more than the cheapest of the same draw; `null` for an option that fits in fewer than half of the draws",
    ),
    (
        "cumulative_usd",
        "`p10`, `p50` and `p90` of the undiscounted cost from the start to the end of each month",
    ),
];

pub(crate) const WORTH: [(&str, &str); 3] = [
    ("quantity", "the id of the quantity"),
    ("usd", "what it is worth to know it"),
    ("standard_error_usd", "the standard error of that"),
];

fn keys_of_the_odds() -> String {
    let all = rows("", &UNCERTAINTY)
        .chain(rows("quantities[].", &QUANTITY))
        .chain(rows("options[].", &ODDS))
        .chain(rows("evppi[].", &WORTH));
    table(["key", "meaning"], all)
}

/// What the keys of `sensitivity --json` mean.
pub(crate) const SENSITIVITY: [(&str, &str); 11] = [
    ("version", "1"),
    ("option", "the id of the first option"),
    ("other", "the id of the other"),
    (
        "difference_usd",
        "`npv_usd` of the first less that of the other",
    ),
    (
        "draws",
        "number of draws behind `spread_share`; nothing else here is drawn",
    ),
    ("seed", "their seed"),
    ("method", "`latin-hypercube` or `sobol`"),
    (
        "quantities",
        "the quantities that the cost of the two options rests on, the longest bar first",
    ),
    (
        "net_benefit",
        "the same of net benefit, judgements and weights among the quantities: `difference_usd` is that of the other less that of the first, so that it is negative where the first is better, as with cost; its `quantities` have the keys above, but `option_better` for `option_cheaper` and no `spread_share`",
    ),
    (
        "indices",
        "shares of the quantities in the variance of the difference in cost where `--indices` stands, otherwise `null`",
    ),
    (
        "map",
        "the best option over two inputs where `--map` stands, otherwise `null`",
    ),
];

pub(crate) const BAR: [(&str, &str); 14] = [
    ("id", "the id, which never changes"),
    ("paths", "the paths of the figures that share it"),
    ("unit", "the unit of its values"),
    ("value", "its value in the case"),
    ("p10", "its P10"),
    ("p90", "its P90"),
    (
        "difference_at_p10_usd",
        "the difference at its P10, all else as in the case",
    ),
    ("difference_at_p90_usd", "the same at its P90"),
    (
        "flips",
        "whether the difference changes its sign between the two",
    ),
    (
        "from",
        "its 1st percentile, from which switch points are looked for",
    ),
    ("to", "its 99th percentile, up to which they are"),
    (
        "switch_points",
        "the values between `from` and `to` at which the cheaper option changes",
    ),
    (
        "option_cheaper",
        "the stretches in which the first option costs less, each as its two ends",
    ),
    (
        "spread_share",
        "its share of the spread of the difference over the draws, by squared rank correlation",
    ),
];

fn keys_of_a_sensitivity() -> String {
    let all = rows("", &SENSITIVITY).chain(rows("quantities[].", &BAR));
    table(["key", "meaning"], all)
}

/// Rows of a table of keys, each with what stands before it.
fn rows(prefix: &'static str, keys: &'static [(&str, &str)]) -> impl Iterator<Item = [String; 2]> {
    keys.iter()
        .map(move |(key, meaning)| [code(format!("{prefix}{key}")), (*meaning).to_owned()])
}

pub(crate) const OPTION: [(&str, &str); 9] = [
    ("id", "the id, which never changes"),
    ("name", "the name, which may"),
    (
        "deployment",
        "`proprietary-api`, `hosted-open-model`, `rented-gpu`, `on-premises`, `on-device` or `cascade`",
    ),
    (
        "fits",
        "whether the model fits into memory; true where nothing has to fit",
    ),
    (
        "feasible",
        "whether the option can be had at all: it has figures, and the model fits",
    ),
    ("results", "see below"),
    ("lines_usd", "see below"),
    (
        "cumulative_usd",
        "undiscounted cost from the start to the end of each month; the first entry is the start",
    ),
    (
        "instead_of_first",
        "what choosing this option instead of the first saves; `null` for the first itself",
    ),
];

pub(crate) const SAVING: [(&str, &str); 5] = [
    ("npv_usd", "net present value of the saving"),
    (
        "irr_per_year",
        "every internal rate of return; a list, empty where there is none",
    ),
    (
        "mirr_per_year",
        "modified internal rate of return at the discount rate, or `null`",
    ),
    (
        "payback_months",
        "months until the saving has paid back what it cost, or `null`",
    ),
    (
        "discounted_payback_months",
        "the same with discounted money, or `null`",
    ),
];

fn keys_of_the_document() -> String {
    let all = rows("", &DOCUMENT)
        .chain(rows("options[].", &OPTION))
        .chain(rows("options[].instead_of_first.", &SAVING));
    table(["key", "meaning"], all)
}

/// The values of each finding beside `key`, `option` and `grave`.
pub(crate) const FINDINGS: [(&str, &[&str]); 17] = [
    ("cascade-missing-part", &["part"]),
    ("cascade-nested", &["part"]),
    ("context-too-long", &["needed_tokens", "context_tokens"]),
    ("doubtful-presets", &["records"]),
    ("hopeful", &["utilisation"]),
    ("measured-far-off", &["source", "times"]),
    ("measured-long-ago", &["source", "on"]),
    ("measured-while-busy", &["source"]),
    ("memory-short", &["needed_gigabytes", "available_gigabytes"]),
    ("mostly-idle", &["utilisation"]),
    ("moves-to-successor", &["sold_until", "successor"]),
    ("old-presets", &["records", "oldest"]),
    ("retires-without-successor", &["sold_until"]),
    ("shares-exceed-whole", &["sum"]),
    ("throughput-estimated", &["error_share"]),
    (
        "time-to-first-token-missed",
        &["estimated_seconds", "target_seconds"],
    ),
    (
        "writing-speed-missed",
        &["estimated_tokens_per_second", "target_tokens_per_second"],
    ),
];

fn findings() -> String {
    let text = Text::new(Locale::En);
    let rows = FINDINGS.iter().map(|(key, values)| {
        // The sentence with its gaps shown as such.
        let gaps: BTreeSet<&str> = [
            "needed",
            "available",
            "date",
            "successor",
            "estimated",
            "target",
            "utilisation",
            "count",
            "oldest",
            "part",
            "sum",
            "source",
            "times",
            "error",
        ]
        .into();
        let gaps: Vec<_> = gaps.into_iter().map(|gap| (gap, "…".into())).collect();
        let sentence = text.format(&format!("finding-{key}"), &gaps);
        let values: Vec<String> = values.iter().map(code).collect();
        let values = if values.is_empty() {
            "–".to_owned()
        } else {
            values.join(", ")
        };
        [code(key), values, sentence]
    });
    table(["`key`", "values", "says"], rows)
}

/// Every path of an input with its field, `ID` and `N` standing for an option and a place.
pub(crate) fn paths() -> Vec<(String, &'static FieldSpec)> {
    fn group<G: FigureGroup>(before: &str, index: &str) -> Vec<(String, &'static FieldSpec)> {
        let path =
            |spec: &'static FieldSpec| (format!("{before}{}{index}.{}", G::GROUP, spec.name), spec);
        G::SPECS.iter().map(path).collect()
    }
    let option = "options.ID.";
    [
        group::<Finance>("", ""),
        group::<Workload>("", ""),
        group::<Salaries>("", ""),
        group::<TokenPlan>(option, ""),
        group::<InterfaceSpeed>(option, ""),
        group::<ContextTier>(option, ".N"),
        group::<VolumeDiscount>(option, ".N"),
        group::<Successor>(option, ""),
        group::<Serving>(option, ""),
        group::<RentedPlan>(option, ""),
        group::<OwnedPlan>(option, ""),
        group::<DevicePlan>(option, ""),
        group::<CascadePlan>(option, ""),
        group::<People>(option, ""),
        group::<Maintenance>(option, ""),
        group::<Customisation>(option, ""),
        group::<Transition>(option, ""),
        group::<LicenceFees>(option, ""),
        group::<Quality>(option, ""),
    ]
    .concat()
}

fn inputs() -> String {
    let rows = paths().into_iter().map(|(path, spec)| {
        let whole = if spec.whole { "yes" } else { "" };
        [
            code(path),
            code(spec.unit),
            code(spec.min),
            code(spec.max),
            code(spec.start),
            whole.to_owned(),
        ]
    });
    table(["path", "unit", "from", "to", "starts with", "whole"], rows)
}

/// Paths of inputs that only the choice rests on, with their fields.
pub(crate) fn decision_paths() -> Vec<(String, &'static FieldSpec)> {
    let group = |specs: &'static [FieldSpec]| {
        let path = |spec: &'static FieldSpec| (format!("{}.{}", spec.group, spec.name), spec);
        specs.iter().map(path).collect::<Vec<_>>()
    };
    let mut paths = vec![
        ("options.ID.assessment.CRITERION".to_owned(), &ASSESSMENT),
        ("criteria.CRITERION.weight".to_owned(), &SWING),
        ("participants.PERSON.weight.CRITERION".to_owned(), &SWING),
    ];
    paths.extend(group(<MoneyAxis as FigureGroup>::SPECS));
    paths.extend(group(<ReviewPlan as FigureGroup>::SPECS));
    paths
}

fn decision_inputs() -> String {
    let limit = |test: &str, spec: &FieldSpec| {
        let meaning = format!("`gates.GATE.limit`, {test}");
        [
            meaning,
            code(spec.unit),
            code(spec.min),
            code(spec.max),
            code(spec.start),
        ]
    };
    let rows = decision_paths().into_iter().map(|(path, spec)| {
        [
            code(path),
            code(spec.unit),
            code(spec.min),
            code(spec.max),
            code(spec.start),
        ]
    });
    let limits = [
        limit("score or judgement", &POINTS_LIMIT),
        limit("skills", &FTE_LIMIT),
    ];
    table(
        ["path", "unit", "from", "to", "starts with"],
        rows.chain(limits),
    )
}

/// Paths of choices, each with what it takes: words, or a sentence about its values.
pub(crate) fn choices() -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    vec![
        (
            "question.horizon_months",
            vec!["12", "84"],
            "a whole number from 12 to 84",
        ),
        (
            "question.currency",
            Currency::ALL.map(Currency::code).to_vec(),
            "",
        ),
        (
            "question.date",
            vec!["2026", "2026-11", "2026-11-24"],
            "a date: year, month or day",
        ),
        (
            "options.ID.price_law",
            PriceLaw::ALL.map(PriceLaw::key).to_vec(),
            "",
        ),
        (
            "options.ID.billing",
            Billing::ALL.map(Billing::key).to_vec(),
            "",
        ),
        (
            "options.ID.purchase",
            Purchase::ALL.map(Purchase::key).to_vec(),
            "",
        ),
        (
            "options.ID.useful_life_months",
            vec!["6", "240"],
            "a whole number from 6 to 240",
        ),
        ("options.ID.throughput", vec!["estimated", "entered"], ""),
        (
            "options.ID.data_place",
            DataPlace::ALL
                .map(DataPlace::key)
                .into_iter()
                .chain(["usual"])
                .collect(),
            "",
        ),
        (
            "options.ID.mode",
            CascadeMode::ALL.map(CascadeMode::key).to_vec(),
            "",
        ),
        (
            "options.ID.customisation_method",
            CustomisationMethod::ALL
                .map(CustomisationMethod::key)
                .to_vec(),
            "",
        ),
    ]
}

/// Choices of the decision, of which a case has those of its own conditions and gates.
pub(crate) fn decision_choices() -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    vec![
        (
            "conditions.CONDITION.answer",
            Answer::ALL.map(Answer::key).to_vec(),
            "",
        ),
        ("gates.GATE.on", vec!["yes", "no"], ""),
        (
            "gates.GATE.allowed",
            DataPlace::ALL.map(DataPlace::key).to_vec(),
            "",
        ),
        (
            "priorities.cost_role",
            CostRole::ALL.map(CostRole::key).to_vec(),
            "",
        ),
    ]
}

fn choices_table() -> String {
    let rows = choices()
        .into_iter()
        .chain(decision_choices())
        .map(|(path, values, sentence)| {
            let words: Vec<String> = values.iter().map(code).collect();
            let takes = if sentence.is_empty() {
                words.join(", ")
            } else {
                sentence.to_owned()
            };
            [code(path), takes]
        });
    table(["path", "takes"], rows)
}

pub(crate) const EXPLANATION: [(&str, &str); 11] = [
    ("version", "1"),
    ("result", "the name that was asked for"),
    ("option", "the id of the option"),
    ("key", "what stands after it"),
    ("value", "the figure"),
    ("unit", "its unit, written as for inputs"),
    ("root", "the number of the step that gives it"),
    ("steps", "the steps, each with the keys below"),
    (
        "inputs",
        "the inputs that the result rests on, in the order of the case",
    ),
    (
        "without_measurements",
        "the figure without measurements of one's own, or `null` where they change nothing",
    ),
    (
        "speeds",
        "why the factors of speed among the inputs are what they are",
    ),
];

pub(crate) const STEP: [(&str, &str); 8] = [
    ("number", "its place in the list, from 0"),
    (
        "term",
        "the key of its name, such as `usage-cost`, or `null`",
    ),
    (
        "month",
        "the month it belongs to, counted from 1, or `null`",
    ),
    ("value", "its value"),
    ("unit", "its unit"),
    ("formula", "how it combines its parts; see below"),
    ("input", "the path of the input, where it is one"),
    ("parts", "numbers of the steps it reads, where it reads any"),
];

pub(crate) const INPUT: [(&str, &str); 5] = [
    ("path", "its path, as `--set` takes it"),
    ("value", "its value"),
    ("unit", "its unit"),
    ("range", "`low` and `high`, or `null`"),
    ("origin", "where it came from; see below"),
];

pub(crate) const SPEED: [(&str, &str); 5] = [
    ("path", "the path of the factor"),
    ("quantity", "what it is known by"),
    (
        "learnt",
        "how many times as fast as physics alone says published measurements were",
    ),
    (
        "measured",
        "measurements of one's own that bear on it, each with `measurement`, `source`, `on`, `times` (how many times as fast as estimated), `share` (the power to which that counts) and `same` (whether it is of exactly this)",
    ),
    (
        "factor",
        "`learnt` times every `times` to the power of its `share`: the value of the input",
    ),
];

fn keys_of_an_explanation() -> String {
    let all = rows("", &EXPLANATION)
        .chain(rows("steps[].", &STEP))
        .chain(rows("inputs[].", &INPUT))
        .chain(rows("speeds[].", &SPEED));
    let names: Vec<String> = result_names().iter().map(code).collect();
    format!(
        "What may stand after the id: {}.\n\n{}",
        names.join(", "),
        table(["key", "meaning"], all)
    )
}

pub(crate) const FORMULAS: [(&str, &str); 16] = [
    ("input", "the value of an input"),
    ("constant", "a value of the formula itself"),
    ("sum", "the parts added, in order"),
    ("difference", "the first less the second"),
    ("product", "the parts multiplied, in order"),
    ("quotient", "the first over the second"),
    ("larger", "the larger of two"),
    ("smaller", "the smaller of two"),
    (
        "whole-up",
        "rounded up; a hair above a whole number counts as that number",
    ),
    (
        "whole-down",
        "rounded down; a hair below a whole number counts as that number",
    ),
    (
        "choice",
        "the third where the first does not exceed the second, else the fourth",
    ),
    ("power", "the first to the power of the second"),
    (
        "root-of-squares",
        "the square root of the sum of the squares of two",
    ),
    (
        "root-of-cubes",
        "the cube root of the sum of the cubes of two",
    ),
    (
        "binary-logarithm",
        "how many doublings it takes from one to the part",
    ),
    (
        "in-plain-units",
        "the part times the power of ten that its unit begins with",
    ),
];

fn formulas() -> String {
    let rows = FORMULAS
        .iter()
        .map(|(key, meaning)| [code(key), (*meaning).to_owned()]);
    table(["`formula`", "value"], rows)
}

/// The keys of objects within a document, each with its place before it.
fn keys_of(objects: &[Keys]) -> String {
    let all = objects.iter().flat_map(|(place, keys)| {
        let before = match *place {
            "" => String::new(),
            place => format!("{place}."),
        };
        let rows = keys.iter();
        rows.map(move |(key, meaning)| [code(format!("{before}{key}")), (*meaning).to_owned()])
    });
    table(["key", "meaning"], all)
}

/// Keys with the values beside them.
fn values_of(list: &[(&str, &[&str])]) -> String {
    let rows = list.iter().map(|(key, values)| {
        let values: Vec<String> = values.iter().map(code).collect();
        let values = if values.is_empty() {
            "–".to_owned()
        } else {
            values.join(", ")
        };
        [code(key), values]
    });
    table(["`key`", "values"], rows)
}

fn charts() -> String {
    let meanings = [
        (
            "cumulative-cost",
            "undiscounted cost of each option from the start to the end of each month",
        ),
        (
            "cost-breakdown",
            "undiscounted cost of each option by cost line",
        ),
        (
            "break-even",
            "cost of each option over the volume, and where each is cheapest",
        ),
        (
            "cost-against-capability",
            "cost of each option against the score that most of them have",
        ),
        (
            "futures",
            "the lead of the option to choose in fifty futures",
        ),
        (
            "difference-tornado",
            "what moves that lead, each input alone at its P10 and P90",
        ),
        (
            "spider",
            "that lead as one input at a time moves away from its value",
        ),
        (
            "regret",
            "what each option falls short of the best choice on average",
        ),
        ("exceedance", "how likely cost is to exceed an amount"),
        (
            "chance-cheapest",
            "the chance of each option to cost least over the volume",
        ),
        (
            "loss-over-volume",
            "what each option loses against the cheapest on average over the volume",
        ),
        (
            "break-even-map",
            "the best option over the two inputs that matter most",
        ),
        (
            "rank-shares",
            "how often each option comes first, second and so on over all weightings",
        ),
        (
            "central-weights",
            "what one would have to care about to choose each option",
        ),
        (
            "throughput-latency",
            "tokens a second of a self-hosted option in all, against those of each user",
        ),
        (
            "latency-percentiles",
            "how long people wait for a self-hosted option in the busiest hour",
        ),
        (
            "memory-fit",
            "what fills the memory of a self-hosted option",
        ),
        (
            "roofline",
            "where a self-hosted option stands under the roofs of its machine",
        ),
        (
            "replicas-over-day",
            "replicas of a self-hosted option over the busiest day",
        ),
    ];
    table(
        ["`NAME`", "shows"],
        meanings.map(|(name, meaning)| [code(name), meaning.to_owned()]),
    )
}
