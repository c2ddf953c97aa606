//! The controls and the shell, used by keyboard and pointer and found by role and label, as a screen reader finds them.

use egui::accesskit::{Invalid, Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::shell::{
    Command, Decision, DecisionSlider, Event, Fact, STEP_COUNT, Shell, Step, View,
};
use weighbridge_desktop::widgets::dialog::{self, PathAnswer, PathWords, Unsaved, UnsavedWords};
use weighbridge_desktop::widgets::table::{self, Cell, Row};
use weighbridge_desktop::widgets::{
    Entry, FigureRow, Icon, NumberField, PickerWords, Slider, StepState, Toasts, Tone, button,
    choice, notice, page, picker,
};
use weighbridge_desktop::window;
use weighbridge_text::{Digits, Locale, Text, parse_number};
use weighbridge_units::Describe as _;

/// A harness in our own look, with state.
fn harness<'a, State: 'a>(
    state: State,
    mut contents: impl FnMut(&mut egui::Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    Harness::builder()
        .with_size([900.0, 700.0])
        .with_max_steps(12)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(move |ui, state| contents(ui, state), state)
}

struct Input {
    value: f64,
    locale: Locale,
    committed: Vec<f64>,
}

fn number_field(value: f64, locale: Locale) -> Harness<'static, Input> {
    harness(
        Input {
            value,
            locale,
            committed: Vec::new(),
        },
        |ui, input| {
            let text = Text::new(input.locale);
            let parse = |typed: &str| {
                let value = parse_number(typed, input.locale)
                    .map_err(|error| text.render(&error.message()))?;
                if (0.0..=1e6).contains(&value) {
                    Ok(value)
                } else {
                    Err("must be from 0 to 1,000,000".to_owned())
                }
            };
            let format = |value: f64| text.editable(value);
            let field = NumberField::new("price", "Price", input.value, &parse, &format)
                .unit("USD")
                .step(0.5);
            let row = FigureRow {
                name: "Price per hour",
                origin: "preset · 9 Nov 2026",
                is_weak: true,
                help: "What one hour costs.",
                kept: "Kept:",
                understood_as: "understood as",
            };
            if let Some(value) = row.show(ui, field).committed {
                input.value = value;
                input.committed.push(value);
            }
            ui.add(button::quiet("Next"));
        },
    )
}

fn type_into(harness: &mut Harness<'static, Input>, typed: &str) {
    harness.get_by_label("Price (USD)").focus();
    harness.run();
    harness.get_by_label("Price (USD)").type_text(typed);
    harness.run();
}

#[test]
fn a_number_is_committed_by_enter_tab_and_leaving() {
    for key in [Key::Enter, Key::Tab] {
        let mut harness = number_field(2.95, Locale::En);
        type_into(&mut harness, "3.25");
        assert!(
            harness.state().committed.is_empty(),
            "{key:?}: not before the key"
        );
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().committed, [3.25], "{key:?}");
    }
    let mut harness = number_field(2.95, Locale::En);
    type_into(&mut harness, "4");
    harness.get_by_label("Next").focus();
    harness.run();
    assert_eq!(harness.state().committed, [4.0]);
}

#[test]
fn a_number_is_read_in_the_locale() {
    for (locale, typed, value) in [
        (Locale::PtBr, "1.234,56", 1234.56),
        (Locale::PtBr, "1,5", 1.5),
        (Locale::PtBr, "1.234", 1234.0),
        (Locale::En, "1,234.56", 1234.56),
        (Locale::Es, "0,125", 0.125),
    ] {
        let mut harness = number_field(7.0, locale);
        type_into(&mut harness, typed);
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().committed, [value], "{locale}: {typed}");
    }
}

#[test]
fn what_is_understood_is_echoed_while_typing() {
    let mut harness = number_field(7.0, Locale::PtBr);
    type_into(&mut harness, "1.234");
    assert!(
        harness.query_by_label("understood as 1.234").is_none(),
        "it is written so already"
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label("Price (USD)").type_text("1234,50");
    harness.run();
    harness.get_by_label("understood as 1.234,5");
}

#[test]
fn nonsense_explains_itself_and_the_last_good_value_stands() {
    let mut harness = number_field(2.95, Locale::En);
    type_into(&mut harness, "abc");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().committed.is_empty());
    assert_eq!(harness.state().value, 2.95);
    let field = harness.get_by_label("Price (USD)");
    assert_eq!(field.accesskit_node().data().invalid(), Some(Invalid::True));
    assert_eq!(
        field.value().as_deref(),
        Some("abc"),
        "the text stays for correction"
    );
    assert!(
        harness.query_by_label_contains("abc").is_some(),
        "a sentence names the text"
    );

    type_into(&mut harness, "2000000");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("must be from 0 to 1,000,000 Kept: 2.95");

    type_into(&mut harness, "5");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().committed, [5.0]);
    assert_eq!(
        harness
            .get_by_label("Price (USD)")
            .accesskit_node()
            .data()
            .invalid(),
        None
    );
}

#[test]
fn escape_restores_and_arrows_step() {
    let mut harness = number_field(2.0, Locale::En);
    type_into(&mut harness, "99");
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label("Next").focus();
    harness.run();
    assert!(harness.state().committed.is_empty());

    harness.get_by_label("Price (USD)").focus();
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().committed, [2.5, 7.5, 7.0]);
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run();
    }
    assert_eq!(
        harness.state().value,
        2.0,
        "a step out of the range is not taken"
    );
}

#[test]
fn a_value_changed_elsewhere_replaces_a_refused_text() {
    let mut harness = number_field(2.0, Locale::En);
    type_into(&mut harness, "abc");
    harness.key_press(Key::Enter);
    harness.run();
    harness.state_mut().value = 3.0;
    harness.run();
    assert_eq!(
        harness.get_by_label("Price (USD)").value().as_deref(),
        Some("3")
    );
}

#[test]
fn a_slider_moves_by_keys_and_says_when_it_settles() {
    let mut harness = harness(
        (50.0, Vec::new()),
        |ui, state: &mut (f64, Vec<(f64, bool)>)| {
            let text = |value: f64| format!("{value} requests");
            let slider = Slider::new("Requests", state.0, 0.0..=100.0, &text)
                .flip(30.0, "Below 30 it flips");
            let reply = slider.show(ui);
            if let Some(value) = reply.moved {
                state.0 = value;
                state.1.push((value, reply.settled));
            }
        },
    );
    let slider = harness.get_by_role_and_label(Role::Slider, "Requests");
    assert_eq!(slider.accesskit_node().numeric_value(), Some(50.0));
    assert_eq!(
        slider.accesskit_node().description().as_deref(),
        Some("Below 30 it flips")
    );
    slider.focus();
    harness.run();
    for (key, value) in [
        (Key::ArrowRight, 51.0),
        (Key::ArrowDown, 50.0),
        (Key::PageUp, 60.0),
        (Key::Home, 0.0),
        (Key::End, 100.0),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().0, value, "{key:?}");
    }
    assert!(harness.state().1.iter().all(|(_, settled)| *settled));

    harness.state_mut().1.clear();
    let area = harness.get_by_label("Requests").rect();
    harness.drag_at(area.center());
    harness.run();
    harness.hover_at(area.center() - egui::vec2(60.0, 0.0));
    harness.run();
    harness.drop_at(area.center() - egui::vec2(60.0, 0.0));
    harness.run();
    let moved = harness.state().1.clone();
    assert!(moved.len() >= 2 && !moved[0].1, "{moved:?}");
    assert!((20.0..40.0).contains(&harness.state().0), "{moved:?}");
}

#[test]
fn choices_and_switches_answer_the_keyboard() {
    let mut harness = harness((0, false), |ui, state: &mut (usize, bool)| {
        if let Some(index) =
            choice::segmented(ui, "Price law", &["Fixed", "Newest", "Equal"], state.0)
        {
            state.0 = index;
        }
        choice::toggle(ui, &mut state.1, "In batches");
    });
    harness
        .get_by_role_and_label(Role::RadioButton, "Newest")
        .click();
    harness.run();
    assert_eq!(harness.state().0, 1);
    harness
        .get_by_role_and_label(Role::RadioButton, "Newest")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().0, 2);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().0, 0, "after the last comes the first");

    harness.get_by_label("In batches").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(harness.state().1);
    let switch = harness.get_by_role_and_label(Role::Switch, "In batches");
    assert_eq!(switch.accesskit_node().toggled(), Some(Toggled::True));
}

fn models() -> Vec<Entry> {
    [
        "Llama 3.1 8B",
        "Llama 3.1 70B",
        "Llama 3.3 70B",
        "Phi-1.5",
        "Calificación española",
    ]
    .into_iter()
    .map(|title| Entry {
        title: title.to_owned(),
        note: "open weights".to_owned(),
        figure: "0.61".to_owned(),
        aliases: if title == "Phi-1.5" {
            "microsoft/phi-1_5".to_owned()
        } else {
            String::new()
        },
    })
    .collect()
}

#[test]
fn searching_finds_words_in_any_order_without_case_and_accents() {
    let entries = models();
    for (typed, found) in [
        ("", vec![0, 1, 2, 3, 4]),
        ("70b llama", vec![1, 2]),
        ("LLAMA 3.3", vec![2]),
        ("microsoft", vec![3]),
        ("calificacion", vec![4]),
        ("nothing of this", vec![]),
    ] {
        assert_eq!(picker::matching(&entries, typed), found, "{typed:?}");
    }
}

#[test]
fn a_picker_is_used_without_a_mouse() {
    let entries = models();
    let mut harness = harness(None, move |ui, chosen: &mut Option<usize>| {
        let words = PickerWords {
            search: "Search models",
            nothing: "Nothing matches.",
        };
        if let Some(index) = picker::picker(ui, "Model", *chosen, "Choose a model", &entries, words)
        {
            *chosen = Some(index);
        }
    });
    harness
        .get_by_role_and_label(Role::ComboBox, "Model")
        .focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let search = harness.get_by_role_and_label(Role::SearchInput, "Search models");
    assert!(search.is_focused(), "typing goes into the search at once");
    search.type_text("llama 70b");
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(2));
    assert!(
        harness.query_by_label("Search models").is_none(),
        "the list closes"
    );
    let field = harness.get_by_role_and_label(Role::ComboBox, "Model");
    assert_eq!(
        field.accesskit_node().value().as_deref(),
        Some("Llama 3.3 70B")
    );

    field.click();
    harness.run();
    harness.get_by_label("Search models").type_text("zzz");
    harness.run();
    harness.get_by_label("Nothing matches.");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Search models").is_none());
    assert_eq!(*harness.state(), Some(2));

    harness.get_by_label("Model").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::ListBoxOption, "Phi-1.5")
        .click();
    harness.run();
    assert_eq!(*harness.state(), Some(3));
}

#[test]
fn a_table_names_its_cells_and_its_links_work() {
    let mut harness = harness(None, |ui, pressed: &mut Option<(usize, usize)>| {
        let columns = [
            table::text_column("option", 1.0),
            table::figure_column("NPV"),
        ];
        let rows = [
            Row::new([Cell::new("Rented"), Cell::new("0.86 M").link("Why 0.86 M?")]).strong(),
            Row::new(["Hosted", "0.94 M"]),
        ];
        if let Some(place) = table::table(ui, "Options", &columns, &rows) {
            *pressed = Some(place);
        }
    });
    harness.get_by_role_and_label(Role::Table, "Options");
    harness.get_by_role_and_label(Role::ColumnHeader, "NPV");
    let text = harness.get_by_role_and_label(Role::Cell, "Hosted").rect();
    let figure = harness.get_by_role_and_label(Role::Cell, "0.94 M").rect();
    assert!(text.right() <= figure.left() && figure.right() <= 900.0);
    harness
        .get_by_role_and_label(Role::Button, "Why 0.86 M?")
        .click();
    harness.run();
    assert_eq!(*harness.state(), Some((0, 1)));
}

#[test]
fn notices_are_live_and_toasts_go_away() {
    let mut harness = harness(Toasts::default(), |ui, toasts| {
        notice::strip(ui, Tone::Caution, "Two prices are old.", Some("Show them"));
        toasts.show(ui.ctx(), 0.0, "Dismiss");
    });
    harness.get_by_role_and_label(Role::Status, "Two prices are old.");
    harness.state_mut().push(Tone::Good, "Saved.");
    harness.state_mut().push(Tone::Bad, "Not saved.");
    harness.run_ok();
    harness.get_by_role_and_label(Role::Status, "Saved.");
    harness.get_by_role_and_label(Role::Alert, "Not saved.");
    // A quarter of a second a step: well past the reading time.
    harness.run_steps(40);
    assert!(
        harness
            .query_by_role_and_label(Role::Status, "Saved.")
            .is_none()
    );
    harness.get_by_role_and_label(Role::Alert, "Not saved.");
    harness
        .get_by_role_and_label(Role::Button, "Dismiss")
        .click();
    harness.run_steps(4);
    assert!(
        harness.state().is_empty(),
        "what went wrong stays until it is dismissed"
    );
}

#[test]
fn the_unsaved_dialog_has_three_answers_and_escape_cancels() {
    let words = UnsavedWords {
        title: "Save?",
        body: "Lost otherwise.",
        save: "Save",
        discard: "Don’t save",
        cancel: "Cancel",
    };
    let ask = || {
        harness(None, move |ui, answer: &mut Option<Unsaved>| {
            if answer.is_none() {
                *answer = dialog::unsaved(ui.ctx(), words);
            }
        })
    };
    for (label, expected) in [
        ("Save", Unsaved::Save),
        ("Don’t save", Unsaved::Discard),
        ("Cancel", Unsaved::Cancel),
    ] {
        let mut harness = ask();
        harness.run();
        harness.get_by_role_and_label(Role::Button, label).click();
        harness.run();
        assert_eq!(*harness.state(), Some(expected));
    }
    let mut harness = ask();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(*harness.state(), Some(Unsaved::Cancel));
    let mut harness = ask();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(
        *harness.state(),
        Some(Unsaved::Save),
        "Enter takes the first button"
    );
}

#[test]
fn a_path_is_typed_beside_the_dialog() {
    let words = PathWords {
        title: "Save as",
        field: "File",
        browse: "Browse…",
        accept: "Save",
        cancel: "Cancel",
    };
    let mut harness = harness(
        (String::new(), None),
        move |ui, state: &mut (String, Option<PathAnswer>)| {
            if state.1.is_none() {
                state.1 = dialog::path(
                    ui.ctx(),
                    words,
                    &mut state.0,
                    Some("The folder is read-only."),
                );
            }
        },
    );
    harness.run();
    harness.get_by_role_and_label(Role::Alert, "The folder is read-only.");
    assert!(
        harness
            .get_by_role_and_label(Role::Button, "Save")
            .accesskit_node()
            .is_disabled()
    );
    harness
        .get_by_role_and_label(Role::TextInput, "File")
        .type_text("case.weighbridge.ron");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().0, "case.weighbridge.ron");
    assert_eq!(harness.state().1, Some(PathAnswer::Accept));
}

#[test]
fn pages_have_headings_and_empty_states_a_way_out() {
    let mut harness = harness(false, |ui, pressed| {
        page::headline(ui, "Rent two H100s", "Cheapest in 41 of 50 futures.");
        page::card(ui, "What would flip it", "in months", |ui| {
            *pressed |= page::empty(
                ui,
                Icon::Plus,
                "Nothing yet.",
                Some(button::primary("Add option…")),
            );
        });
    });
    harness.get_by_role_and_label(Role::Heading, "Rent two H100s");
    harness.get_by_role_and_label(Role::Heading, "What would flip it");
    harness.get_by_label("Add option…").click();
    harness.run();
    assert!(*harness.state());
}

#[test]
fn cards_are_as_wide_as_the_page_with_and_without_buttons() {
    let nothing = egui::Rect::NOTHING;
    let mut harness = harness((nothing, nothing), |ui, (plain, other)| {
        *plain = page::card(ui, "Plain", "", |_| ()).response.rect;
        *other = page::card_with(
            ui,
            "With a button",
            "an aid",
            |ui| {
                ui.add(button::glyph(Icon::Table, "As a table"));
            },
            |_| (),
        )
        .response
        .rect;
    });
    harness.run();
    let (plain, other) = *harness.state();
    assert_eq!(plain.x_range(), other.x_range());
    assert!(plain.right() <= 900.0, "{plain:?}");
    let inside = harness.get_by_label("As a table").rect();
    assert!(other.contains_rect(inside), "{inside:?}");
}

struct Frame {
    shell: Shell,
    events: Vec<Event>,
    text: Text,
}

fn shell(size: [f32; 2]) -> Harness<'static, Frame> {
    let frame = Frame {
        shell: Shell::default(),
        events: Vec::new(),
        text: Text::new(Locale::En),
    };
    Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(draw_shell, frame)
}

fn draw_shell(ui: &mut egui::Ui, frame: &mut Frame) {
    let languages = window::languages();
    let steps: Vec<Step> = (0..STEP_COUNT)
        .map(|index| Step {
            state: if index == 3 {
                StepState::Attention
            } else {
                StepState::Done
            },
            note: if index == 3 {
                "2 old prices".to_owned()
            } else {
                String::new()
            },
        })
        .collect();
    let text = frame.text;
    let written = |value: f64| text.number(value, Digits::SCREEN);
    let fact = |caption: &str, value: &str, is_stale: bool| Fact {
        caption: caption.to_owned(),
        value: value.to_owned(),
        is_stale,
    };
    let facts = [
        fact("Recommended", "Rented", false),
        fact("Margin", "412 k", false),
        fact("Best in", "41 of 50", true),
    ];
    let view = View {
        document: Some("case.weighbridge.ron"),
        saved: "saved",
        can_undo: true,
        can_redo: false,
        undo_words: "",
        redo_words: "",
        languages: &languages,
        language: 0,
        theme: Theme::Light,
        steps: &steps,
        here: 8,
        decision: Some(Decision {
            facts: &facts,
            slider: Some(DecisionSlider {
                name: "Requests a month",
                value: 3.4e6,
                range: 1e5..=1e8,
                in_ratios: true,
                flip: None,
                text: &written,
            }),
        }),
        foot: "",
        findable: &[Entry {
            title: "Discount rate".to_owned(),
            ..Entry::default()
        }],
    };
    let events = frame.shell.show(ui, text, &view, |ui| {
        page::headline(ui, "The page", "");
    });
    frame.events.extend(events);
}

#[test]
fn every_key_of_a_command_gives_the_command() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    for command in Command::all() {
        let expected = match command {
            // Done by the shell, not possible in this view, or turned into another.
            Command::Palette
            | Command::Help
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::Redo => continue,
            Command::PreviousStep => Command::Step(7),
            Command::NextStep => Command::Step(9),
            other => other,
        };
        let Some(shortcut) = command.shortcut() else {
            continue;
        };
        harness.state_mut().events.clear();
        harness.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
        harness.run();
        assert_eq!(
            harness.state().events,
            [Event::Command(expected)],
            "{command:?}"
        );
    }
}

#[test]
fn what_is_not_possible_is_not_done() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run();
    assert!(harness.state().events.is_empty());
    let redo = harness.get_by_role_and_label(Role::Button, "Redo");
    assert!(redo.accesskit_node().is_disabled());
}

#[test]
fn the_palette_runs_what_is_typed() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    for (typed, event) in [
        ("save as", Event::Command(Command::SaveAs)),
        ("dark", Event::Theme(Theme::Dark)),
        ("portugal", Event::Language(2)),
        ("discount", Event::Found(0)),
    ] {
        harness.state_mut().events.clear();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        harness.get_by_role(Role::SearchInput).type_text(typed);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().events, [event], "{typed}");
        assert!(
            harness.query_by_role(Role::SearchInput).is_none(),
            "{typed}: the palette closes"
        );
    }
}

#[test]
fn keys_do_nothing_behind_a_dialog() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    harness.key_press(Key::F1);
    harness.run();
    harness.get_by_role_and_label(Role::Dialog, "Keyboard shortcuts");
    harness.state_mut().events.clear();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert!(harness.state().events.is_empty());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::Dialog, "Keyboard shortcuts")
            .is_none()
    );
}

#[test]
fn zoom_stays_between_80_and_200_per_cent() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    for (key, end) in [(Key::Plus, 2.0), (Key::Minus, 0.8)] {
        for _ in 0..20 {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            harness.run_steps(2);
        }
        assert_eq!(harness.ctx.zoom_factor(), end);
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run_steps(2);
    assert_eq!(harness.ctx.zoom_factor(), 1.0);
}

/// At every size and zoom that is promised, everything that matters is inside the window and can be reached.
#[test]
fn the_frame_fits_every_promised_size() {
    for (size, zoom) in [
        ([1024.0, 700.0], 1.0),
        ([1024.0, 700.0], 2.0),
        ([1440.0, 900.0], 0.8),
        ([1920.0, 1080.0], 1.0),
        ([1920.0, 1080.0], 2.0),
    ] {
        // Zoom leaves fewer points for the same pixels; that is all a layout sees of it.
        let points = egui::Vec2::from(size) / zoom;
        let mut harness = shell(points.into());
        harness.run();
        let inside = egui::Rect::from_min_size(egui::Pos2::ZERO, points).expand(0.5);
        for label in [
            "Why this?",
            "Export…",
            "Undo",
            "Language: English",
            "The page",
        ] {
            let area = harness.get_by_label(label).rect();
            assert!(
                inside.contains_rect(area),
                "{size:?} at {zoom}: {label} at {area:?}"
            );
        }
        let steps: Vec<_> = harness.query_all_by_role(Role::Tab).collect();
        assert_eq!(steps.len(), STEP_COUNT, "{size:?} at {zoom}");
        let bottom = harness.get_by_label("Why this?").rect().top();
        let page = harness.get_by_label("The page").rect();
        assert!(page.top() < bottom, "{size:?} at {zoom}");
    }
}

#[test]
fn a_step_says_its_name_its_state_and_its_note() {
    let mut harness = shell([1440.0, 900.0]);
    harness.run();
    let cost = harness.get_by(|node| {
        node.role() == Role::Tab
            && node
                .label()
                .is_some_and(|label| label.ends_with("Needs attention, 2 old prices"))
    });
    cost.click();
    harness.run();
    assert_eq!(harness.state().events, [Event::Command(Command::Step(3))]);
}

#[test]
fn the_shell_speaks_every_language() {
    for locale in Locale::ALL {
        let mut harness = shell([1440.0, 900.0]);
        harness.state_mut().text = Text::new(locale);
        harness.run();
        for command in Command::all() {
            let name = Text::new(locale).find(command.message_key());
            assert!(name.is_some(), "{locale}: {command:?} has no name");
        }
        let export = Text::new(locale).get("command-export");
        harness.get_by_role_and_label(Role::Button, &export);
    }
}
