//! Writes a scenario: the same scenario gives the same bytes.
//!
//! Every figure that is not the program's own starting value is written with its origin.
//! What figures of one record share stands once, in the list of records at the end.

use std::collections::BTreeMap;

use weighbridge_engine::Scenario;
use weighbridge_engine::figure::{
    FieldSpec, Figure, FigureGroup, Origin, PresetOrigin, Range, RangeShape,
};
use weighbridge_engine::scenario::{
    Api, CapabilityScore, Cascade, CustomisationMethod, DataPlace, DecisionOption, Device,
    MeasuredAs, ModelFacts, Owned, Plan, Question, Rented, Retirement, SelfHosted,
};

use super::VERSION;
use super::names::{QUALITIES, READINGS, SHAPES, THROUGHPUTS, plan_word, word};
use super::option::SCORE;

/// What stands at the top of every file.
const HEADER: &str = "\
// A decision weighed with Weighbridge: its question, workload and options.
// A number alone was typed in; one copied, measured or estimated says where it comes from.
// What is left out has the program's own starting value.
// The format is described in docs/scenario-files.md.
";

/// The text of a scenario file, in the current version.
///
/// Figures must be finite, as the engine's fields ask; anything else would not be read again.
pub fn write(scenario: &Scenario) -> String {
    let mut writer = Writer::new(HEADER);
    writer.open("(");
    writer.key("version", &VERSION.to_string());
    writer.question(&scenario.question);
    writer.group("finance", &scenario.finance);
    writer.group("workload", &scenario.workload);
    writer.group("salaries", &scenario.salaries);
    writer.priorities(&scenario.priorities);
    if !scenario.options.is_empty() {
        writer.open("options: [");
        for option in &scenario.options {
            writer.option(option);
        }
        writer.close("],");
    }
    writer.sampling(&scenario.sampling);
    writer.runs(scenario);
    writer.measurements(scenario);
    writer.records();
    writer.close(")");
    writer.text
}

/// The sourcing that figures of one record share.
pub(super) type Sourcing = (String, String, &'static str);

pub(super) struct Writer {
    pub(super) text: String,
    depth: usize,
    /// By record, the first sourcing met.
    pub(super) sources: BTreeMap<String, Sourcing>,
}

impl Writer {
    /// A writer that begins with a text.
    pub(super) fn new(text: &str) -> Writer {
        Writer {
            text: text.to_owned(),
            depth: 0,
            sources: BTreeMap::new(),
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    pub(super) fn close(&mut self, line: &str) {
        self.depth -= 1;
        self.line(line);
    }

    pub(super) fn key(&mut self, key: &str, value: &str) {
        self.line(&format!("{key}: {value},"));
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.key(key, &quoted(value));
    }

    /// A text that is left out where it is empty.
    pub(super) fn some_text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    pub(super) fn optional_text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// A list of texts that is left out where it is empty.
    pub(super) fn some_texts(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            self.key(key, &format!("[{}]", values.join(", ")));
        }
    }

    fn question(&mut self, question: &Question) {
        self.open("question: (");
        self.text("title", &question.title);
        self.some_text("text", &question.text);
        self.text("date", &question.date.to_string());
        self.key("horizon_months", &question.horizon_months.to_string());
        self.text("currency", question.currency.code());
        if let Some(date) = question.fx_date {
            self.text("fx_date", &date.to_string());
        }
        self.some_texts("working_languages", &question.working_languages);
        self.some_text("notes", &question.notes);
        self.close("),");
    }

    /// A group of figures that is left out where all are starting values.
    pub(super) fn group<G: FigureGroup>(&mut self, key: &str, group: &G) {
        let mut all_starting = true;
        group.each(&mut |spec, figure| all_starting &= is_starting_value(spec, figure));
        if all_starting {
            return;
        }
        self.braced(&format!("{key}: "), group);
    }

    /// A list of groups of figures that is left out where it is empty.
    pub(super) fn groups<G: FigureGroup>(&mut self, key: &str, groups: &[G]) {
        if groups.is_empty() {
            return;
        }
        self.open(&format!("{key}: ["));
        for group in groups {
            self.braced("", group);
        }
        self.close("],");
    }

    /// A group of figures that is written even where all are starting values.
    pub(super) fn braced<G: FigureGroup>(&mut self, key: &str, group: &G) {
        let figures = self.figures(group);
        if figures.is_empty() {
            self.line(&format!("{key}(),"));
            return;
        }
        self.open(&format!("{key}("));
        for figure in figures {
            self.line(&figure);
        }
        self.close("),");
    }

    fn figures<G: FigureGroup>(&mut self, group: &G) -> Vec<String> {
        let mut lines = Vec::new();
        group.each(&mut |spec, figure| {
            if !is_starting_value(spec, figure) {
                let figure = figure_text(figure, &mut self.sources);
                lines.push(format!("{}: {figure},", spec.name));
            }
        });
        lines
    }

    fn option(&mut self, option: &DecisionOption) {
        self.open("(");
        self.text("id", option.id.as_str());
        self.text("name", &option.name);
        self.key("colour", &option.colour.to_string());
        if let Some(model) = &option.model {
            self.model(model);
        }
        self.open(&format!("plan: {}(", plan_word(option.deployment())));
        match &option.plan {
            Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => self.api(api),
            Plan::RentedGpu(plan) => self.rented(plan),
            Plan::OnPremises(plan) => self.owned(plan),
            Plan::OnDevice(plan) => self.device(plan),
            Plan::Cascade(plan) => self.cascade(plan),
        }
        self.close("),");
        self.group("people", &option.people);
        self.group("maintenance", &option.maintenance);
        if option.customisation_method != CustomisationMethod::default() {
            self.text("customisation_method", option.customisation_method.key());
        }
        self.group("customisation", &option.customisation);
        self.group("transition", &option.transition);
        self.group("licence", &option.licence);
        self.group("quality", &option.quality);
        self.scores(&option.scores);
        self.optional_text("data_place", option.data_place.map(DataPlace::key));
        self.some_texts("clauses_cleared", &option.clauses_cleared);
        self.assessments(&option.assessments);
        self.close("),");
    }

    fn model(&mut self, model: &ModelFacts) {
        self.open("model: (");
        self.text("id", &model.id);
        self.text("name", &model.name);
        self.some_text("vendor", &model.vendor);
        self.key("open_weights", &model.open_weights.to_string());
        self.some_text("licence", &model.licence);
        self.some_texts("licence_clauses", &model.licence_clauses);
        self.some_texts("languages", &model.languages);
        if let Some(tokens) = model.context_tokens {
            self.key("context_tokens", &grouped(&tokens.to_string()));
        }
        if let Some(date) = model.released {
            self.text("released", &date.to_string());
        }
        self.close("),");
    }

    fn api(&mut self, api: &Api) {
        self.some_text("provider", &api.provider);
        self.optional_text("price_id", api.price_id.as_deref());
        self.group("token_plan", &api.token_plan);
        self.group("interface_speed", &api.speed);
        self.groups("context_tiers", &api.tiers);
        self.groups("volume_discounts", &api.volume_discounts);
        self.text("price_law", api.price_law.key());
        if let Some(retirement) = &api.retirement {
            self.retirement(retirement);
        }
    }

    fn retirement(&mut self, retirement: &Retirement) {
        self.open("retirement: (");
        self.text("sold_until", &retirement.sold_until.to_string());
        self.optional_text("successor_name", retirement.successor_name.as_deref());
        if let Some(successor) = &retirement.successor {
            self.braced("successor: ", successor);
        }
        self.close("),");
    }

    fn hosting(&mut self, hosting: &SelfHosted) {
        self.optional_text("hardware_id", hosting.hardware_id.as_deref());
        self.some_text("hardware_name", &hosting.hardware_name);
        self.some_text("weight_format", &hosting.weight_format);
        self.some_text("engine", &hosting.engine);
        self.measured_as(&hosting.measured_as);
        self.group("serving", &*hosting.serving);
        self.text("throughput", word(&THROUGHPUTS, &hosting.throughput));
    }

    fn measured_as(&mut self, names: &MeasuredAs) {
        if *names == MeasuredAs::default() {
            return;
        }
        self.open("measured_as: (");
        self.some_text("model", &names.model);
        self.some_text("device", &names.device);
        self.text("device_class", names.device_class.key());
        if names.is_consumer {
            self.key("is_consumer", "true");
        }
        if names.engine_year > 0.0 {
            self.key("engine_year", &number(names.engine_year));
        }
        if names.byte_times > 0.0 {
            self.key("byte_times", &number(names.byte_times));
        }
        self.close("),");
    }

    fn rented(&mut self, plan: &Rented) {
        self.some_text("provider", &plan.provider);
        self.optional_text("rent_id", plan.rent_id.as_deref());
        self.hosting(&plan.hosting);
        self.group("rented", &plan.rented);
        self.text("billing", plan.billing.key());
    }

    fn owned(&mut self, plan: &Owned) {
        self.hosting(&plan.hosting);
        self.group("owned", &plan.owned);
        self.text("purchase", plan.purchase.key());
        self.key("useful_life_months", &plan.useful_life_months.to_string());
    }

    fn device(&mut self, plan: &Device) {
        self.hosting(&plan.hosting);
        self.group("device", &plan.device);
        self.key("useful_life_months", &plan.useful_life_months.to_string());
    }

    fn cascade(&mut self, plan: &Cascade) {
        self.text("small", plan.small.as_str());
        self.optional_text("large", plan.large.as_ref().map(|id| id.as_str()));
        self.text("mode", plan.mode.key());
        self.group("cascade", &plan.cascade);
    }

    fn scores(&mut self, scores: &[CapabilityScore]) {
        if scores.is_empty() {
            return;
        }
        self.open("scores: [");
        for score in scores {
            self.open("(");
            self.text("group", &score.group);
            if score.group_name != score.group {
                self.text("group_name", &score.group_name);
            }
            self.text("benchmark", &score.benchmark);
            if score.benchmark_name != score.benchmark {
                self.text("benchmark_name", &score.benchmark_name);
            }
            self.some_text("variant", &score.variant);
            self.some_text("protocol", &score.protocol);
            self.optional_text("language", score.language.as_deref());
            let figure = figure_text(&score.score, &mut self.sources);
            self.key(SCORE.name, &figure);
            self.close("),");
        }
        self.close("],");
    }

    fn records(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        self.line("// The records of the catalogue that figures were copied from.");
        self.open("records: [");
        for (id, (source, as_of, quality)) in std::mem::take(&mut self.sources) {
            let (id, source, as_of) = (quoted(&id), quoted(&source), quoted(&as_of));
            self.line(&format!(
                "(id: {id}, source: {source}, as_of: {as_of}, quality: {quality}),"
            ));
        }
        self.close("],");
    }
}

pub(super) fn is_starting_value(spec: &FieldSpec, figure: &Figure) -> bool {
    *figure == Figure::starting(spec)
}

/// A number alone where it was typed in and nothing more is known, else all that is.
pub(super) fn figure_text(figure: &Figure, sources: &mut BTreeMap<String, Sourcing>) -> String {
    let value = number(figure.value);
    let origin = origin_text(&figure.origin, sources);
    if origin.is_empty() && figure.range.is_none() {
        return value;
    }
    let range = figure.range.as_ref().map(range_text).unwrap_or_default();
    format!("(value: {value}{origin}{range})")
}

/// The ends, how they are meant, and what is not usual about it; cases make their own ends.
fn range_text(range: &Range) -> String {
    let mut keys = Vec::new();
    match &range.shape {
        RangeShape::Cases(cases) => {
            let case = |(value, chance): &(f64, f64)| {
                format!("(value: {}, chance: {})", number(*value), number(*chance))
            };
            let cases: Vec<String> = cases.iter().map(case).collect();
            keys.push(format!("cases: [{}]", cases.join(", ")));
        }
        _ => {
            keys.push(format!("low: {}", number(range.low)));
            keys.push(format!("high: {}", number(range.high)));
        }
    }
    keys.push(format!("reading: {}", word(&READINGS, &range.reading)));
    if !matches!(range.shape, RangeShape::Usual | RangeShape::Cases(_)) {
        keys.push(format!("shape: {}", word(&SHAPES, &range.shape)));
    }
    let quantity = range.quantity.as_ref();
    keys.extend(quantity.map(|id| format!("quantity: {}", quoted(id))));
    format!(", range: ({})", keys.join(", "))
}

/// The origin as a further key; nothing for a number that was just typed in.
fn origin_text(origin: &Origin, sources: &mut BTreeMap<String, Sourcing>) -> String {
    let mut keys: Vec<String> = Vec::new();
    let name = match origin {
        Origin::Default => return ", origin: Default".to_owned(),
        Origin::Entered { by: None, on: None } => return String::new(),
        Origin::Entered { by, on } => {
            keys.extend(by.as_ref().map(|by| format!("by: {}", quoted(by))));
            keys.extend(on.map(|on| format!("on: {}", quoted(&on.to_string()))));
            "Entered"
        }
        Origin::Measured { run, on } => {
            keys.push(format!("run: {}", quoted(run)));
            keys.extend(on.map(|on| format!("on: {}", quoted(&on.to_string()))));
            "Measured"
        }
        Origin::Estimated {
            method,
            error_share,
        } => {
            keys.push(format!("method: {}", quoted(method)));
            keys.extend(error_share.map(|share| format!("error_share: {}", number(share))));
            "Estimated"
        }
        Origin::Preset(preset) => {
            keys = preset_keys(preset, sources);
            "Preset"
        }
    };
    format!(", origin: {name}({})", keys.join(", "))
}

/// Record and field, and the sourcing where it differs from what the record's figures share.
fn preset_keys(preset: &PresetOrigin, sources: &mut BTreeMap<String, Sourcing>) -> Vec<String> {
    let own: Sourcing = (
        preset.source.clone(),
        preset.as_of.to_string(),
        word(&QUALITIES, &preset.quality),
    );
    let shared = sources
        .entry(preset.record.clone())
        .or_insert_with(|| own.clone());
    let mut keys = vec![
        format!("record: {}", quoted(&preset.record)),
        format!("field: {}", quoted(&preset.field)),
    ];
    if own.0 != shared.0 {
        keys.push(format!("source: {}", quoted(&own.0)));
    }
    if own.1 != shared.1 {
        keys.push(format!("as_of: {}", quoted(&own.1)));
    }
    if own.2 != shared.2 {
        keys.push(format!("quality: {}", own.2));
    }
    keys
}

/// The fewest digits that read back to the number, large ones grouped in threes.
pub(super) fn number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-7..1e16).contains(&size) {
        return format!("{value:e}");
    }
    let text = value.to_string();
    match text.split_once('.') {
        Some((whole, rest)) => format!("{}.{rest}", grouped(whole)),
        None => grouped(&text),
    }
}

/// Digits from five on, grouped in threes by underscores.
pub(super) fn grouped(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    if digits.len() < 5 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(control)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use weighbridge_engine::figure::RangeReading;
    use weighbridge_engine::scenario::ContextTier;
    use weighbridge_units::PartialDate;

    use super::*;

    #[test]
    fn numbers_are_written_for_people_and_read_back() {
        for (value, text) in [
            (0.0, "0"),
            (1500.0, "1500"),
            (10_000.0, "10_000"),
            (1e6, "1_000_000"),
            (1_234_567.5, "1_234_567.5"),
            (-20_000.0, "-20_000"),
            (0.08, "0.08"),
            (1e-9, "1e-9"),
            (1e300, "1e300"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn texts_are_quoted_so_that_ron_reads_them() {
        for text in [
            "",
            "a \"b\" \\ c",
            "two\nlines\r\n\ttab",
            "é – “x”",
            "\u{0}\u{7f}\u{85}",
        ] {
            assert_eq!(ron::from_str::<String>(&quoted(text)).as_deref(), Ok(text));
        }
    }

    #[test]
    fn the_file_is_ron() {
        let mut scenario = Scenario::new("A \"case\"", PartialDate::parse("2026-11").unwrap());
        scenario.workload.users.range = Some(Range::new(1.0, 1e9, RangeReading::Bounds));
        let api = Plan::ProprietaryApi(Api {
            tiers: vec![ContextTier::default()],
            ..Api::default()
        });
        let id = scenario.fresh_id("api");
        scenario.options.push(DecisionOption::new(id, "API", api));
        let text = write(&scenario);
        assert!(ron::from_str::<ron::Value>(&text).is_ok(), "{text}");
    }
}
