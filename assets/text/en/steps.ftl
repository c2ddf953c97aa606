# The ten steps of the path.

## The path

steps-title = The path to the decision
step-state-untouched = Starting values
step-state-partial = In progress
step-state-complete = Complete
step-state-attention = Needs attention
step-knows-today = What this step knows today

## The ten steps

step-question = Question
    .headline = What is to be decided?
    .help = The question, how far to look ahead, the currency and its rate, the discount rate and the working languages.
step-workload = Workload
    .headline = How much work is there?
    .help = Requests, tokens, growth, peaks, what can be cached or batched, and how fast answers must come.
step-options = Options
    .headline = Which ways are open?
    .help = An option is a model, a precision, a place to run it and a price plan.
step-cost = Cost
    .headline = What does each option cost, all in?
    .help = Licence, infrastructure, people, maintenance, customisation and exit; an idle machine is never free.
step-capability = Capability
    .headline = How well does each option do the work?
    .help = Benchmarks with their protocol, one group at a time; your own pilot counts for more.
step-latency = Latency and hardware
    .headline = How fast, and on what machine?
    .help = Estimates learnt from published measurements; measurements of one’s own replace them.
    .today = Speed is estimated from published measurements, with a range; nothing was measured on this machine.
step-long-term = Long term
    .headline = What happens after the first year?
    .help = Sovereignty, lock-in, regulation, licence clauses, skills and the pace of vendors.
    .today = Retirements, successors, price laws and the cost of leaving are counted today; the other criteria are listed, not scored.
step-priorities = Priorities
    .headline = What matters most, and to whom?
    .help = First what no option may miss, then how much a swing on each criterion is worth.
step-decision = Decision
    .headline = Which option, and what would change it?
    .help = The answer first, then the evidence and the break-evens.
    .today = The answer rests on cost and on what fits; odds are not computed yet.
step-report = Report
    .headline = Take it to the board
    .help = A report with tables, charts, assumptions and sources; the same case gives the same file.

## The question

question-title = Title
    .help = A short name for the case.
question-text = Decision question
    .help = The question in your own words.
question-date = Date of the case
    .help = Prices, retirements and ages are taken at this date.
question-horizon = Horizon
    .help = Months to look ahead, 12 to 84.
question-currency = Currency
    .help = Everything is computed in US dollars and shown in this currency.
question-fx-date = Date of the rate
    .help = The day the exchange rate was read.
question-languages = Working languages
    .help = Languages the service must work in.
question-notes = Notes
    .help = Remarks that travel with the case.
