# The printed report.

## Title page

report-title = Open-weight or proprietary language models
report-of-date = Report of { $date }
report-case-date = Case of { $date }
report-made-with = Made with Weighbridge { $version }
report-page = Page { $page } of { $pages }

## Sections

report-section-decision = The decision
report-section-options = The options
report-section-results = Results
report-section-charts = Charts
report-section-findings = What to know
report-section-assumptions = Assumptions
report-section-sources = Sources
report-section-method = How it was computed

## Sentences

report-answer = { $option } costs least, { $cost } over { $months }; { $second } follows, { $difference } dearer.
report-answer-only = { $option } is the only option that can be had, at { $cost } over { $months }.
report-answer-none = No option can be had as it stands.
report-currency-note = Computed in US dollars, shown in { $currency } at { $rate } of { $date }.
report-old-note = Records marked † were read more than { $days } days before the date of the case.
report-doubtful-note = Values marked ? are weak or assumed.
report-undated-rate = without a date
