//! The whole window, used by keyboard and pointer and read as a screen reader reads it.

use std::fs;
use std::path::Path;

use crate::window_support::{ENGLISH, User, today};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::Timestamp;
use weighbridge_desktop::shell::STEP_COUNT;
use weighbridge_desktop::window::{Preferences, Setup};
use weighbridge_engine::scenario::InputPath;
use weighbridge_session::Step;
use weighbridge_session::files::{Folders, Journal, save};
use weighbridge_text::{Locale, Text};

const SAMPLE: &str = "Support assistant";

fn plain() -> Setup {
    Setup::plain(today())
}

/// A first start that keeps what is the user's below a folder.
fn keeping_in(folder: &Path) -> Setup {
    Setup {
        folders: Some(Folders::below(folder.join("data"))),
        preferences_file: Some(folder.join("window.ron")),
        ..plain()
    }
}

fn requests(user: &User) -> f64 {
    user.scenario().workload.requests_per_month.value
}

/// The label of the field of requests, with its unit.
fn requests_label(user: &User) -> String {
    let spec = "workload.requests_per_month";
    let path = InputPath::new(spec);
    let spec = user.scenario().spec(&path).unwrap();
    let label = ENGLISH.field_label(spec.group, spec.name);
    format!("{label} ({})", ENGLISH.unit_name(spec.unit))
}

/// Goes to the page of the workload and types another volume.
fn type_requests(user: &mut User, typed: &str) {
    user.ctrl(Key::Num2);
    let label = requests_label(user);
    user.enter(&label, typed);
}

#[test]
fn the_first_screen_opens_a_sample_that_computes_at_once() {
    let mut user = User::new(plain());
    assert!(user.harness.state().session().is_none());
    assert!(user.shows("Sample cases"), "{:?}", user.labels());
    user.press(SAMPLE);
    assert_eq!(user.scenario().question.title, SAMPLE);
    assert_eq!(user.harness.state().step(), Step::Cost as usize);
    let best = user.session().weighing().best().unwrap().id.clone();
    let best = user.scenario().option(&best).unwrap().name.clone();
    assert!(user.shows(&best), "{:?}", user.labels());
    assert!(!user.session().document().is_dirty());
}

#[test]
fn a_comparison_has_three_options_that_compute() {
    let mut user = User::new(plain());
    user.press("Compare options");
    assert_eq!(user.session().outcome().by_cost().len(), 3);
    assert_eq!(user.scenario().question.date, today());
}

#[test]
fn every_step_can_be_reached_by_keyboard_and_has_a_headline() {
    let mut user = User::in_sample(plain(), SAMPLE);
    let digits = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    let mut headlines = Vec::new();
    for step in 0..STEP_COUNT {
        match digits.get(step) {
            Some(digit) => user.ctrl(*digit),
            None => user.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num0),
        }
        assert_eq!(user.harness.state().step(), step);
        let mut headings = user.harness.query_all_by_role(Role::Heading);
        let heading = headings.next().expect("a page has a headline");
        headlines.push(heading.accesskit_node().label().unwrap_or_default());
    }
    let mut different = headlines.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), STEP_COUNT, "{headlines:?}");
    user.ctrl(Key::PageUp);
    assert_eq!(user.harness.state().step(), STEP_COUNT - 2);
}

#[test]
fn another_language_changes_every_word_at_once_and_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut user = User::in_sample(keeping_in(folder.path()), SAMPLE);
    for locale in [Locale::PtBr, Locale::Es, Locale::PtPt, Locale::En] {
        let now = Text::new(user.session().locale());
        let open = now.format(
            "window-language-now",
            &[("language", now.locale().own_name().into())],
        );
        user.press(&open);
        user.press(locale.own_name());
        let text = Text::new(locale);
        assert!(user.shows(&text.get("menu-file")), "{locale}");
        assert!(user.shows(&text.get("step-workload")), "{locale}");
        assert!(user.shows(&text.get("window-fact-recommended")), "{locale}");
        assert_eq!(user.session().locale(), locale);
        let file = folder.path().join("window.ron");
        // Written on another thread.
        for _ in 0..400 {
            if Preferences::read(&file).language == Some(locale) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        assert_eq!(Preferences::read(&file).language, Some(locale));
    }
    let before = requests(&user);
    assert_eq!(before, 1_200_000.0, "numbers are the same in any language");
}

#[test]
fn a_typed_number_is_taken_back_and_made_again() {
    let mut user = User::in_sample(plain(), SAMPLE);
    let before = requests(&user);
    type_requests(&mut user, "2,000,000");
    assert_eq!(requests(&user), 2_000_000.0);
    assert!(user.session().document().is_dirty());
    assert!(user.shows("Unsaved changes"));
    user.ctrl(Key::Z);
    assert_eq!(requests(&user), before);
    assert!(!user.session().document().is_dirty());
    user.ctrl(Key::Y);
    assert_eq!(requests(&user), 2_000_000.0);
}

#[test]
fn a_number_that_is_refused_leaves_the_value_and_says_why() {
    let mut user = User::in_sample(plain(), SAMPLE);
    let before = requests(&user);
    type_requests(&mut user, "plenty");
    assert_eq!(requests(&user), before);
    assert!(user.shows("plenty"), "{:?}", user.labels());
}

#[test]
fn quick_presses_of_an_arrow_key_are_one_step_of_undo() {
    let mut user = User::in_sample(plain(), SAMPLE);
    let before = requests(&user);
    user.ctrl(Key::Num2);
    let label = requests_label(&user);
    user.find(&label).focus();
    user.harness.run_steps(2);
    for _ in 0..3 {
        user.harness.key_press(Key::ArrowUp);
        user.harness.run_steps(1);
    }
    user.settle();
    assert!(requests(&user) > before);
    user.ctrl(Key::Z);
    assert_eq!(requests(&user), before);
}

#[test]
fn a_drag_of_the_slider_is_one_step_of_undo() {
    let mut user = User::in_sample(plain(), SAMPLE);
    let before = requests(&user);
    let label = ENGLISH.field_label("workload", "requests_per_month");
    let area = {
        let mut sliders = user.harness.query_all_by_role(Role::Slider);
        let slider = sliders.find(|node| node.accesskit_node().label().as_deref() == Some(&label));
        slider.expect("a slider of the volume").rect()
    };
    user.harness.drag_at(area.center());
    user.harness.run_steps(1);
    for step in 1..6 {
        let by = egui::vec2(12.0 * step as f32, 0.0);
        user.harness.hover_at(area.center() + by);
        user.harness.run_steps(1);
    }
    user.harness.drop_at(area.center() + egui::vec2(60.0, 0.0));
    user.settle();
    assert!(requests(&user) > before, "{}", requests(&user));
    user.ctrl(Key::Z);
    assert_eq!(requests(&user), before);
    assert!(user.session().undo_name().is_none());
}

#[test]
fn leaving_unsaved_changes_asks_first() {
    let mut user = User::in_sample(plain(), SAMPLE);
    type_requests(&mut user, "3000000");
    user.ctrl(Key::N);
    assert!(user.shows("Save the changes to Support assistant?"));
    user.press("Cancel");
    assert_eq!(requests(&user), 3_000_000.0);
    // Behind the dialog nothing may change.
    user.ctrl(Key::N);
    user.ctrl(Key::Z);
    assert_eq!(requests(&user), 3_000_000.0);
    user.press("Don’t save");
    assert!(user.harness.state().session().is_none());
    assert!(user.shows("Sample cases"));
}

#[test]
fn closing_the_window_with_unsaved_changes_asks_first() {
    let mut user = User::in_sample(plain(), SAMPLE);
    type_requests(&mut user, "3000000");
    let viewports = &mut user.harness.input_mut().viewports;
    let root = viewports.entry(egui::ViewportId::ROOT).or_default();
    root.events.push(egui::ViewportEvent::Close);
    user.harness.step();
    let commands: Vec<_> = user
        .harness
        .output()
        .viewport_output
        .values()
        .flat_map(|output| output.commands.clone())
        .collect();
    assert!(
        commands.contains(&egui::ViewportCommand::CancelClose),
        "{commands:?}"
    );
    for viewport in user.harness.input_mut().viewports.values_mut() {
        viewport.events.clear();
    }
    user.harness.run_steps(3);
    assert!(user.shows("Save the changes to Support assistant?"));
}

#[test]
fn a_case_is_saved_where_it_was_typed_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("volume.weighbridge.ron");
    let mut user = User::in_sample(keeping_in(folder.path()), SAMPLE);
    type_requests(&mut user, "2,500,000");
    user.ctrl(Key::S);
    // The ending is added.
    user.enter(
        "File path",
        &folder.path().join("volume").display().to_string(),
    );
    assert!(file.is_file(), "{:?}", user.labels());
    assert!(!user.session().document().is_dirty());
    assert_eq!(user.session().document().path(), Some(file.as_path()));

    let mut other = User::new(Setup {
        file: Some(file.clone()),
        ..keeping_in(folder.path())
    });
    assert_eq!(requests(&other), 2_500_000.0);
    // It is offered again on the first screen.
    other.ctrl(Key::N);
    other.press("volume");
    assert_eq!(requests(&other), 2_500_000.0);
}

#[test]
fn a_folder_that_does_not_exist_is_named_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut user = User::in_sample(plain(), SAMPLE);
    type_requests(&mut user, "2,500,000");
    user.ctrl(Key::S);
    let nowhere = folder.path().join("nowhere").join("case");
    user.enter("File path", &nowhere.display().to_string());
    assert!(user.shows("nowhere"), "{:?}", user.labels());
    assert!(user.session().document().is_dirty());
    user.press("Cancel");
    assert_eq!(requests(&user), 2_500_000.0);
}

#[test]
fn replacing_a_file_is_asked_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.weighbridge.ron");
    fs::write(&file, "something of somebody's").unwrap();
    let mut user = User::in_sample(plain(), SAMPLE);
    user.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    user.enter("File path", &file.display().to_string());
    assert!(user.shows("exists. Replace it?"), "{:?}", user.labels());
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "something of somebody's"
    );
    user.press("Save");
    assert!(fs::read_to_string(&file).unwrap().contains(SAMPLE));
}

#[test]
fn a_broken_file_shows_all_its_faults_and_the_case_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.weighbridge.ron");
    let text = "(\n    version: 2,\n    question: (title: \"T\", date: \"2026-13-24\", horizon_months: 36),\n    workload: (requests_per_month: NaN),\n    surprise: 1,\n)\n";
    fs::write(&file, text).unwrap();
    let mut user = User::in_sample(plain(), SAMPLE);
    user.ctrl(Key::O);
    user.enter("File path", &file.display().to_string());
    assert!(user.shows("broken.weighbridge.ron was not opened"));
    for place in ["3:", "4:", "5:"] {
        let found = user
            .labels()
            .iter()
            .any(|label| label.contains("broken") && label.contains(place));
        assert!(found, "{place} in {:?}", user.labels());
    }
    user.press("Close");
    assert_eq!(user.scenario().question.title, SAMPLE);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let setup = Setup {
        file: Some("/nowhere/case.weighbridge.ron".into()),
        ..plain()
    };
    let user = User::new(setup);
    assert!(
        user.shows("/nowhere/case.weighbridge.ron"),
        "{:?}",
        user.labels()
    );
    assert!(user.shows("Sample cases"));
}

#[test]
fn unsaved_work_of_a_run_that_crashed_is_offered() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = keeping_in(folder.path()).folders.unwrap().recovery();
    {
        let mut user = User::in_sample(plain(), SAMPLE);
        type_requests(&mut user, "4000000");
        let journal = Journal::begin(&recovery, Timestamp::UNIX_EPOCH).unwrap();
        let scenario = user.scenario();
        journal
            .record(scenario, None, Timestamp::UNIX_EPOCH)
            .unwrap();
        // A crash drops the lock and leaves the record.
    }
    let mut user = User::new(keeping_in(folder.path()));
    assert!(user.shows("Unsaved work from"), "{:?}", user.labels());
    user.press("Restore");
    assert_eq!(requests(&user), 4_000_000.0);
    assert!(user.session().document().is_dirty());
    // Given up in order: the next start offers nothing.
    user.ctrl(Key::N);
    user.press("Don’t save");
    drop(user);
    let user = User::new(keeping_in(folder.path()));
    assert!(!user.shows("Unsaved work from"), "{:?}", user.labels());
}

#[test]
fn a_change_is_kept_on_disk_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = keeping_in(folder.path()).folders.unwrap().recovery();
    let mut user = User::in_sample(keeping_in(folder.path()), SAMPLE);
    type_requests(&mut user, "4000000");
    let kept = || {
        let entries = fs::read_dir(&recovery).into_iter().flatten().flatten();
        let mut files = entries.map(|entry| entry.path());
        let record = files.find(|file| file.extension().is_some_and(|end| end == "ron"))?;
        fs::read_to_string(record).ok()
    };
    for _ in 0..1_000 {
        if kept().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let text = kept().expect("unsaved work is written down");
    assert!(text.contains(SAMPLE) && text.contains("4"), "{text}");
}

#[test]
fn a_chart_is_exported_as_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let mut user = User::in_sample(plain(), SAMPLE);
    let name = ENGLISH.get("chart-cost-breakdown").into_owned();
    let export = ENGLISH.format("results-export-chart", &[("chart", name.into())]);
    user.press(&export);
    user.press("SVG");
    user.enter("File path", &file.display().to_string());
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"<svg") || bytes.starts_with(b"<?xml"));
    assert!(user.shows("Exported to"), "{:?}", user.labels());
}

#[test]
fn a_chart_of_odds_is_exported_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut user = User::in_sample(plain(), SAMPLE);
    user.ctrl(Key::Num9);
    for chart in ["futures", "difference-tornado"] {
        let file = folder.path().join(format!("{chart}.svg"));
        let name = ENGLISH.get(&format!("chart-{chart}")).into_owned();
        let export = ENGLISH.format("results-export-chart", &[("chart", name.into())]);
        user.press(&export);
        user.press("SVG");
        user.enter("File path", &file.display().to_string());
        let written = fs::read_to_string(&file).unwrap();
        assert!(written.contains("<svg"), "{chart}");
        if chart == "futures" {
            assert!(written.contains("ahead of"), "{written}");
        }
    }
}

#[test]
fn cumulative_cost_is_exported_with_the_bands_that_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let mut user = User::in_sample(plain(), SAMPLE);
    assert!(user.session().odds().is_current());
    let name = ENGLISH.get("chart-cumulative-cost").into_owned();
    let export = ENGLISH.format("results-export-chart", &[("chart", name.into())]);
    user.press(&export);
    user.press("SVG");
    user.enter("File path", &file.display().to_string());
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("a band holds"), "{written}");
}

#[test]
fn the_palette_finds_an_input_and_gives_it_the_keyboard() {
    let mut user = User::in_sample(plain(), SAMPLE);
    user.ctrl(Key::K);
    user.settle();
    let search = ENGLISH.get("window-palette-search").into_owned();
    user.enter(&search, "discount rate");
    assert_eq!(user.harness.state().step(), Step::Question as usize);
    let label = ENGLISH.field_label("finance", "discount_rate_per_year");
    let field = user
        .harness
        .query_all_by_label_contains(&label)
        .find(|node| node.is_focused());
    assert!(field.is_some(), "{:?}", user.labels());
}

#[test]
fn why_this_explains_the_recommended_option() {
    let mut user = User::in_sample(plain(), SAMPLE);
    user.press("Why this?");
    let name = ENGLISH.get("measure-npv-usd");
    assert!(user.shows(&name), "{:?}", user.labels());
}

#[test]
fn preferences_that_make_no_sense_do_not_stop_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("window.ron");
    fs::write(&file, "(theme: 12, \u{0}").unwrap();
    let setup = Setup {
        preferences: Preferences::read(&file),
        ..keeping_in(folder.path())
    };
    let user = User::new(setup);
    assert!(user.shows("Sample cases"));
}

#[test]
fn a_newer_catalogue_changes_a_saved_case_only_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("saved.weighbridge.ron");
    let path = InputPath::new("options.flagship.token_plan.input_usd_per_million_tokens");
    let now = {
        // A case saved when the price stood elsewhere.
        let user = User::in_sample(plain(), SAMPLE);
        let mut scenario = user.scenario().clone();
        let mut figure = scenario.figure(&path).unwrap().clone();
        let now = figure.value;
        figure.value = 4.0 * now;
        scenario.set_figure(&path, figure).unwrap();
        let saved = save(&file, &scenario, None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(saved.version_not_kept, None);
        now
    };
    let price = |user: &User| user.scenario().figure(&path).unwrap().value;
    let mut user = User::new(Setup {
        file: Some(file),
        ..plain()
    });
    assert_eq!(price(&user), 4.0 * now, "it computes as it was saved");
    assert!(user.shows("otherwise about one figure"));
    user.press("Show…");
    user.press("Update");
    assert_eq!(price(&user), now);
    assert!(!user.shows("otherwise about"));
    user.ctrl(Key::Z);
    assert_eq!(price(&user), 4.0 * now);
}

#[test]
fn a_fault_in_the_users_presets_is_told_and_the_rest_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let presets = keeping_in(folder.path()).folders.unwrap().presets();
    fs::create_dir_all(&presets).unwrap();
    fs::write(presets.join("mine.ron"), "[Model(surprise: 1)]").unwrap();
    let mut user = User::new(keeping_in(folder.path()));
    assert!(user.shows("in your own presets"), "{:?}", user.labels());
    user.press("Show…");
    assert!(user.shows("mine.ron"), "{:?}", user.labels());
    user.press("Close");
    user.press(SAMPLE);
    assert_eq!(user.session().outcome().options.len(), 6);
}
