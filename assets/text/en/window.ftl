# The frame of the window: bars, path, commands, dialogs, and what is said when it cannot open.

## Parts of the window, as a screen reader names them

window-area-top = Program and case
window-area-path = Path of the decision
window-area-decision = Decision so far
window-dismiss = Dismiss
window-language-now = Language: { $language }
window-theme-now = Theme: { $theme }

## Commands

command-new = Another case
command-open = Open…
command-save = Save
command-save-as = Save as…
command-export = Export…
command-undo = Undo
command-redo = Redo
command-previous-step = Previous step
command-next-step = Next step
command-why = Why this?
command-palette = Commands
command-help = Keyboard shortcuts
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-reset = Ordinary size
command-next-theme = Next theme
command-quit = Quit

## Finding

window-palette-search = Type a command, an input, an option
window-search-nothing = Nothing matches.
window-go-to-step = Go to { $step }
window-switch-theme = Theme: { $theme }
window-switch-language = Language: { $language }
window-help-command = Command
window-help-keys = Keys
window-reset-figure = Back to the untouched value
window-kept = Kept:
window-understood-as = understood as

## Files

window-unsaved-body = The changes since the last save are lost otherwise.

## Drawing

window-software = Drawn by the processor ({ $adapter }); with a graphics driver the window is quicker.
window-safe-mode = Drawn with { $renderer }, because the quicker way did not start.

## When the window cannot open

window-no-display = There is no display to open a window on: neither WAYLAND_DISPLAY nor DISPLAY is set.
window-not-opened = The window could not be opened. Tried: { $tried }.
window-adapters = Graphics adapters found: { $adapters }.
window-no-adapters = No graphics adapter was found.
window-check-display = Check that the display is running and that this user may use it.
window-install-driver = Install a Vulkan or OpenGL driver (on Debian and Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = A library is missing (on Debian and Ubuntu: apt install { $packages }).
window-headless = Without a window: weighbridge evaluate FILE
