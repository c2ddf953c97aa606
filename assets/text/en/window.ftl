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

## The first screen

start-compare-title = Start with a comparison
start-open-title = Go on with a case
start-open-help = A scenario file, from a folder or dropped onto this window.
start-place-cloud = In the cloud
start-place-on-premises = On servers of your own, too
start-place-laptop = On laptops, too
start-comparison-title = New comparison
start-comparison-lacks = The catalogue has nothing on sale for { $record }.
start-discard-recovered = Discard
start-preset-faults = { $count ->
        [one] { $count } fault in your own presets; the rest of them is used.
       *[other] { $count } faults in your own presets; the rest of them is used.
    }

## The decision so far

window-fact-nothing = No option can be had
window-fact-margin = Ahead of the next by
window-fact-flips = Flips with volume
window-fact-flips-below = Flips below
window-fact-flips-above = Flips above
window-fact-never = Never
window-requests = { $number } a month

## Finding inputs, options and results

window-found-option = Option
window-found-result = Why: { $result }

## Opening and saving

window-open-title = Open a case
window-open-button = Open
window-save-title = Save the case
window-browse = Browse…
window-scenario-files = Weighbridge cases
window-saved-to = Saved to { $path }
window-saved-ago = { $count ->
        [one] Saved { $count } minute ago
       *[other] Saved { $count } minutes ago
    }
window-drop = Drop the file to open it
window-faults-title = { $name } was not opened
window-faults-aid = { $count ->
        [one] One fault, with its line and column. The file was not touched, and what was open still is.
       *[other] { $count } faults, each with its line and column. The file was not touched, and what was open still is.
    }
window-broke-off = The work broke off with a fault of the program; nothing was changed.
window-records-kept = Kept for other cases in { $path }
window-no-presets-folder = This system names no folder for data of the user’s own, so records stay in the case.

## A newer catalogue

window-show = Show…
window-newer-notice = { $count ->
        [one] The catalogue now says otherwise about one figure; the case computes as it was saved.
       *[other] The catalogue now says otherwise about { $count } figures; the case computes as it was saved.
    }
window-newer-title = { $count ->
        [one] { $count } figure has changed in the catalogue
       *[other] { $count } figures have changed in the catalogue
    }
window-newer-aid = The case keeps the figures it was saved with until you update them.
window-newer-input = Input
window-newer-saved = In the case
window-newer-now = In the catalogue
window-newer-update = Update
window-newer-keep = Keep
window-catalogue-of = Catalogue of { $date }
window-catalogue-old = Catalogue of { $date }: more than half a year old, so check prices before you rely on them.

## Exporting

window-export-title = Export
window-export-what = What
window-export-report = Report
window-export-report-aid = The decision, tables, charts, assumptions and sources as a PDF file for the board.
window-export-format = Format
window-export-size = Size
window-export-pdf-aid = Vectors with selectable text and the fonts inside.
window-export-svg-aid = Vectors to edit further; text needs the font Lato.
window-export-png-aid = Pixels on white ground, two to a point.
window-export-button = Export
window-size-slide = Slide 16:9
window-size-half-slide = Half slide
window-size-a4 = A4 width
window-copy-picture = Copy as picture
window-copied-picture = The chart is on the clipboard.
window-copied = Copied.
window-exporting = Exporting…
window-exported = Exported to { $path }
window-export-cancelled = The export was cancelled; nothing was written.

## When the window cannot open

window-no-display = There is no display to open a window on: neither WAYLAND_DISPLAY nor DISPLAY is set.
window-not-opened = The window could not be opened. Tried: { $tried }.
window-adapters = Graphics adapters found: { $adapters }.
window-no-adapters = No graphics adapter was found.
window-check-display = Check that the display is running and that this user may use it.
window-install-driver = Install a Vulkan or OpenGL driver (on Debian and Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = A library is missing (on Debian and Ubuntu: apt install { $packages }).
window-headless = Without a window: weighbridge evaluate FILE
