//! `chart`: one chart of a case as a file of its own.

use std::path::Path;

use weighbridge_charts::from_outcome::Case;
use weighbridge_charts::{Palette, Tokens};
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_report::chart_export::{Format, Paper, Size, export};
use weighbridge_report::{Decided, decided_chart, option_chart};
use weighbridge_text::Text;
use weighbridge_units::Message;

use super::arguments::{ChartName, ChartSize, ChartTheme};
use super::failure::Failure;
use super::output::Target;

/// The endings of a chart's file, one for each format.
const ENDINGS: &str = ".svg, .pdf, .png";

/// Which chart.
#[derive(Debug)]
pub(super) struct Which {
    /// Its name.
    pub(super) name: ChartName,
    /// The option that it is of, where it is of one.
    pub(super) option: Option<OptionId>,
}

/// The look of a chart's file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// The colours.
    pub(super) theme: ChartTheme,
    /// The size.
    pub(super) size: ChartSize,
}

/// The format that the ending of a file's name asks for.
///
/// # Errors
/// A sentence where no chart is written in a format of that ending.
pub(super) fn format_of(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    Format::of_extension(&ending).ok_or_else(|| {
        Failure::Sentence(
            Message::new("error-output-kind")
                .with("allowed", ENDINGS)
                .with("path", path.display().to_string()),
        )
    })
}

/// Writes a chart; `text` has the case's currency.
///
/// # Errors
/// A sentence where the chart cannot be made or written.
pub(super) fn write(
    scenario: &Scenario,
    which: &Which,
    look: Look,
    text: Text,
    format: Format,
    target: Target,
) -> Result<(), Failure> {
    let outcome = evaluate(scenario);
    let case = Case {
        scenario,
        outcome: &outcome,
        text,
    };
    let name = which.name;
    let decided = if name.needs_odds() {
        Decided::as_sampled(scenario, &outcome)
    } else {
        Decided::at_base(scenario, &outcome)
    };
    if let Some(fault) = decided.fault {
        return Err(Failure::Sentence(fault));
    }
    let chart = match &which.option {
        Some(option) => option_chart(&case, Some(option), name.key()),
        None => decided_chart(&case, &decided, name.key()),
    };
    let Some(chart) = chart else {
        return Err(Failure::Sentence(
            Message::new("error-chart-empty").with("name", name.key()),
        ));
    };
    let paper = Paper {
        palette: palette(look.theme),
        ..Paper::new(size(look.size), &text, text.locale().tag())
    };
    let bytes = export(&chart, format, &paper).map_err(|error| {
        Failure::Sentence(Message::new("error-report").with("reason", error.to_string()))
    })?;
    Ok(target.write(&bytes)?)
}

fn palette(theme: ChartTheme) -> &'static Palette {
    let tokens = Tokens::built_in();
    match theme {
        ChartTheme::Paper => &tokens.paper,
        ChartTheme::Light => &tokens.light,
        ChartTheme::Dark => &tokens.dark,
    }
}

const fn size(size: ChartSize) -> Size {
    match size {
        ChartSize::Slide => Size::Slide,
        ChartSize::HalfSlide => Size::HalfSlide,
        ChartSize::A4 => Size::A4Width,
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;
    use weighbridge_charts::{from_outcome, from_prospects, from_serving};

    use super::*;

    #[test]
    fn every_chart_has_a_name_and_its_command_takes_it() {
        let names = ChartName::value_variants().iter().map(|name| name.key());
        let of_outcome = || from_outcome::NAMES.into_iter().chain(from_prospects::NAMES);
        let all = || of_outcome().chain(from_serving::NAMES);
        assert!(names.eq(all()));
        for name in all() {
            assert!(ChartName::from_str(name, false).is_ok_and(|found| found.key() == name));
        }
    }
}
