//! Everything the program can be told, with its name and its keys, in one place.
//! Menus, the palette, tooltips and the sheet of shortcuts all read it here.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

/// Number of steps in the path.
pub const STEP_COUNT: usize = 10;

/// Something the program can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Back to the first screen: another case.
    New,
    /// Open a case.
    Open,
    /// Save the case where it is.
    Save,
    /// Save the case somewhere else.
    SaveAs,
    /// Export the report and the charts.
    Export,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Go to this step, counted from zero.
    Step(usize),
    /// Go to the step before.
    PreviousStep,
    /// Go to the step after.
    NextStep,
    /// Say why this option is recommended.
    Why,
    /// Find and run any command.
    Palette,
    /// Show the keys.
    Help,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// The ordinary size.
    ZoomReset,
    /// The next of the themes.
    NextTheme,
    /// Leave the program.
    Quit,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Every command, in the order of the sheet of shortcuts.
    pub fn all() -> impl Iterator<Item = Self> {
        let before = [
            Self::New,
            Self::Open,
            Self::Save,
            Self::SaveAs,
            Self::Export,
            Self::Undo,
            Self::Redo,
            Self::Palette,
            Self::Why,
            Self::Help,
        ];
        let after = [
            Self::PreviousStep,
            Self::NextStep,
            Self::ZoomIn,
            Self::ZoomOut,
            Self::ZoomReset,
            Self::NextTheme,
            Self::Quit,
        ];
        before
            .into_iter()
            .chain((0..STEP_COUNT).map(Self::Step))
            .chain(after)
    }

    /// The key of its name in the message files.
    pub fn message_key(self) -> &'static str {
        const STEPS: [&str; STEP_COUNT] = [
            "step-question",
            "step-workload",
            "step-options",
            "step-cost",
            "step-capability",
            "step-latency",
            "step-long-term",
            "step-priorities",
            "step-decision",
            "step-report",
        ];
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Export => "command-export",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Step(index) => STEPS[index.min(STEP_COUNT - 1)],
            Self::PreviousStep => "command-previous-step",
            Self::NextStep => "command-next-step",
            Self::Why => "command-why",
            Self::Palette => "command-palette",
            Self::Help => "command-help",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::NextTheme => "command-next-theme",
            Self::Quit => "command-quit",
        }
    }

    /// Its keys, where it has any.
    ///
    /// Ctrl+0 resets the zoom as it does everywhere, so the tenth step is reached by Ctrl+Shift+0.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        const DIGITS: [Key; STEP_COUNT] = [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
            Key::Num0,
        ];
        let (modifiers, key) = match self {
            Self::New => (CTRL, Key::N),
            Self::Open => (CTRL, Key::O),
            Self::Save => (CTRL, Key::S),
            Self::SaveAs => (CTRL_SHIFT, Key::S),
            Self::Export => (CTRL, Key::E),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL, Key::Y),
            Self::Step(9) => (CTRL_SHIFT, Key::Num0),
            Self::Step(index) => (CTRL, *DIGITS.get(index)?),
            Self::PreviousStep => (CTRL, Key::PageUp),
            Self::NextStep => (CTRL, Key::PageDown),
            Self::Palette => (CTRL, Key::K),
            Self::Help => (Modifiers::NONE, Key::F1),
            Self::ZoomIn => (CTRL, Key::Plus),
            Self::ZoomOut => (CTRL, Key::Minus),
            Self::ZoomReset => (CTRL, Key::Num0),
            Self::Quit => (CTRL, Key::Q),
            Self::Why | Self::NextTheme => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Further keys that mean the same.
    fn more_shortcuts(self) -> &'static [KeyboardShortcut] {
        const REDO: &[KeyboardShortcut] = &[KeyboardShortcut::new(CTRL_SHIFT, Key::Z)];
        // On many keyboards `+` is Shift and `=`.
        const ZOOM_IN: &[KeyboardShortcut] = &[KeyboardShortcut::new(CTRL, Key::Equals)];
        match self {
            Self::Redo => REDO,
            Self::ZoomIn => ZOOM_IN,
            _ => &[],
        }
    }

    /// Its keys as the user's system writes them; empty where it has none.
    pub fn keys(self, context: &Context) -> String {
        self.shortcut()
            .map(|shortcut| context.format_shortcut(&shortcut))
            .unwrap_or_default()
    }
}

/// The commands whose keys were pressed since the last frame.
pub(super) fn pressed(context: &Context) -> Vec<Command> {
    let mut shortcuts: Vec<(KeyboardShortcut, Command)> = Command::all()
        .flat_map(|command| {
            let more = command.more_shortcuts().iter().copied();
            command
                .shortcut()
                .into_iter()
                .chain(more)
                .map(move |shortcut| (shortcut, command))
        })
        .collect();
    // A shortcut also matches with more modifiers pressed than it names, so those with most come first.
    shortcuts.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    context.input_mut(|input| {
        shortcuts
            .into_iter()
            .filter(|(shortcut, _)| input.consume_shortcut(shortcut))
            .map(|(_, command)| command)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_keys() {
        let mut seen = HashSet::new();
        for command in Command::all() {
            for shortcut in command.shortcut().iter().chain(command.more_shortcuts()) {
                assert!(seen.insert(*shortcut), "{command:?}");
            }
        }
    }

    #[test]
    fn no_two_commands_share_a_name() {
        let keys: HashSet<_> = Command::all().map(Command::message_key).collect();
        assert_eq!(keys.len(), Command::all().count());
    }
}
