# The pages of question, workload and options.

## Question: the sentence over the page

question-headline-cheapest = { $options } over { $months }: { $cheapest } costs least
question-headline-one = One option over { $months }: { $cheapest }
question-headline-none = None of { $options } over { $months } can be had as it stands
question-line-no-options = Say what is to be decided and for how long; then add at least two options to compare.
question-line-none = The options step says what stands in the way of each.
question-line-one = Add another option to compare it with.
question-line-second = { $cost } in present value, { $share } less than { $second }; the case is dated { $date }.
question-line-only = { $cost } in present value; the case is dated { $date }.

## Question: the cards

question-card-case = The decision
    .help = In your own words; they head the report.
question-card-time = When, and how far ahead
    .help = Everything is priced at the date and added up over the horizon.
question-card-money = Money
    .help = Prices are typed in US dollars, as lists have them; results are shown in your currency.
question-currency-search = Search currencies
question-other-language = Another language
question-bad-language = “{ $text }” is no language tag; write two or three letters, perhaps with a country: gl, pt-BR.

## Languages of the world, as they stand in a list

language-en = English
language-pt = Portuguese
language-es = Spanish
language-fr = French
language-de = German
language-it = Italian
language-nl = Dutch
language-pl = Polish
language-sv = Swedish
language-da = Danish
language-fi = Finnish
language-el = Greek
language-ro = Romanian
language-uk = Ukrainian
language-tr = Turkish
language-ar = Arabic
language-hi = Hindi
language-zh = Chinese
language-ja = Japanese
language-ko = Korean

## Workload: the sentence over the page

workload-headline-even = { $requests } requests a month, month after month
workload-headline = { $requests } requests a month become { $last } in month { $month }
workload-line = { $input } tokens in and { $output } out on average: models see { $tokens } tokens in the first month.

## Workload: the cards

workload-card-volume = Volume
    .help = How many requests, how fast they grow, and who asks.
workload-tokens = Models see { $now } tokens in the first month and { $last } in month { $month }; { $all } in all.
workload-card-size = Size of a request
    .help = In tokens, which bills count, or in words, which people count.
workload-input-words = The same input in words
workload-output-words = The same output in words
workload-words = words
workload-word-rate = { $rate } tokens a word in { $language }, { $quality }
    .help = It depends on the tokeniser; count with your own text.
workload-card-shape = Shape over the day
    .help = Machines are bought for the busiest hour; calls that fail are made again.
workload-shape = An average active hour brings { $average } calls a second, the busiest { $busiest }.
workload-card-savings = What can be saved
    .help = Caches and batches lower the bill where the price list rewards them.
workload-savings = { $requests } requests lead to { $calls } calls in the first month; { $plain } of their input is paid in full.
workload-card-targets = How fast answers must come
    .help = Options whose estimate misses a target say so.
workload-no-target = None
workload-usual-targets = Usual values, { $field }
workload-first-token-none = Nothing is asked; answers may begin when they like.
workload-first-token-flow = Up to a second, the flow of thought is not interrupted.
workload-first-token-attention = People notice the wait but stay with it; after ten seconds they turn to something else.
workload-first-token-lost = Beyond ten seconds people turn to something else; for work in the background only.
workload-speed-none = Nothing is asked; answers may be written at any speed.
workload-speed-slow = About { $words } words a minute: slower than people read ({ $reading }).
workload-speed-comfortable = About { $words } words a minute: comfortable, since people read { $reading }.
workload-speed-fast = About { $words } words a minute: far beyond reading ({ $reading }); for skimming and for programs.

## Options: the sentence over the page

options-headline = { $open } of { $options } run open weights; { $cheapest } costs least
options-headline-one = One option has nothing to be weighed against yet
options-headline-none = No option can be had as it stands
options-headline-impossible = { $count ->
        [one] One of { $options } cannot be had as it stands
       *[other] { $count } of { $options } cannot be had as they stand
    }
options-line = Prices, retirements and ages are taken at { $date }; whatever was copied into an option stays until you change it.
options-empty = No option yet. Add one from the catalogue, or enter your own.
options-removed = “{ $option }” was removed.

## Options: the list

options-name = Name of the option
options-move-up = Move { $option } up
options-move-down = Move { $option } down
options-duplicate = Duplicate { $option }
options-rename = Rename { $option }
options-remove = Remove { $option }
options-price-per-million = { $input } in · { $output } out per million tokens
options-price-per-gpu-hour = { $price } per GPU hour
options-price-per-server = { $price } per server
options-price-per-device = { $price } per device
options-cost-all-in = { $cost } a month, all in
options-cost-unknown = No cost can be computed
options-more-findings = { $count ->
        [one] And { $count } more.
       *[other] And { $count } more.
    }

## Options: names of new ones

options-name-rented = { $model } on { $machine }, { $provider }
options-name-owned = { $model } on own { $machine }
options-name-device = { $model } on { $machine }
options-name-cascade = { $small }, then { $large }
options-name-samples = Samples of { $small }

## Options: the dialog that chooses

options-choose-kind = What kind of option?
options-choose-model = Which model?
options-choose-price = Bought from whom, at what price?
options-choose-format = In which weight format?
options-choose-rent = Rented from whom, on what terms?
options-choose-machine = On which machine?
options-choose-small = Asked first
options-choose-large = Asked when the first does not do
options-cascade-needs-parts = A cascade asks other options; add at least two plain ones first.
options-no-part = Nobody: draw samples and check them
    .help = What no sample solves stays unsolved.
options-part-missing = Choose an option
options-also-ended = Also models no longer sold at this date
options-aid-cheapest = Cheapest input · output of each, in dollars per million tokens, at { $date }.
options-aid-size = Open weights of known size, the newest first, at { $date }.
options-aid-price = Input · output in dollars per million tokens, at { $date }.
options-aid-format = Memory of the weights alone; fewer bits need less and lose a little quality.
options-aid-rent = Dollars for an hour of one accelerator, at { $date }.
options-aid-machine = Dollars for the unit as it is sold.
options-enter-own = Not listed? Enter my own…
options-weights-open = open weights
options-weights-closed = closed
options-context-short = { $tokens } context
options-sold-until = sold until { $date }
options-sold-no-longer = no longer sold since { $date }
options-sold-from = sold from { $date }
options-own-record = your own presets
options-old-record = old
options-price-since = since { $date }
options-price-promotion = promotion
options-price-legacy = legacy
options-price-imported = from a collection
options-bits = { $bits } bits a weight
options-native-format = as published
options-no-price = no price

## Options: entering one’s own

options-own-price = Your own price list
options-own-model = Your own model
options-own-machine = Your own machine
options-own-rent = Your own rent
options-own-help = It is kept in this case; every other figure can be changed once the option is there.
options-own-model-name = Name of the model
options-own-machine-name = Name of the machine
options-own-seller = Seller
options-own-landlord = Rented from
options-own-keep = Also keep it in my presets
options-own-use = Use these figures
options-own-source = Entered by hand
options-own-lacks-model = Name the model first.
options-own-lacks-machine = Name the machine first.
options-own-lacks-seller = Say who sells it first.

## Options: the details

options-change = Change…
options-change-what = Change { $what }…
options-card-model = Model and licence
options-weights = Weights
options-released = Released
options-context = Context
    .help = Longest input and output together; 0 where it is not known.
options-parameters = Parameters
options-parameters-active = { $total }, { $active } active
options-sale = On the market
options-languages = Languages
options-licence = Licence
options-clause-revenue-cap-unspecified = The vendor must agree above some yearly revenue.
options-card-price = Price list
    .help = In US dollars, as price lists have it.
options-seller = Seller
options-card-law = How the price changes
    .help = None of these is a forecast: compare them.
options-card-tiers = Prices for long requests
    .help = They hold for all tokens of a request that is longer than the limit.
options-tier = Limit { $number }
options-add-tier = Add a price for longer requests
options-card-discounts = Discounts for large bills
    .help = They hold for the whole bill of a month that reaches the limit.
options-discount = Discount { $number }
options-add-discount = Add a discount for larger bills
options-card-retirement = End of sale and successor
    .help = When the model leaves the market inside the horizon, the option moves to its successor that month.
options-sold-until-field = No longer sold from
    .help = Empty where no end is known.
options-successor-follows = A successor follows
options-successor-name = Name of the successor
    .help = What the vendor moves its customers to.
options-successor-unnamed = Successor
options-successor-prices = Prices of the successor
options-card-rent = Rent
options-card-servers = Servers
options-card-devices = Devices
options-machine = Machine
options-useful-life = Useful life
    .help = Months of use before it is replaced.
options-card-serving = The model on the machine
    .help = What the estimate of memory and speed rests on; a measurement counts for more.
options-format = Weight format
options-serving-replica = A replica
options-serving-model = The model
options-serving-machine = The accelerator
options-serving-engine = Engine, links and waits
options-card-cascade = Cascade
options-samples = Samples and their check
options-card-quality = Quality
    .help = What precision takes, what customisation adds, and what a pilot found.

## Options: what a newer catalogue says

options-changes = { $count ->
        [one] The catalogue gives { $count } figure of this case otherwise at its date.
       *[other] The catalogue gives { $count } figures of this case otherwise at its date.
    }
options-changes-review = Review…
options-changes-title = What the catalogue now says
options-changes-help = The case computes with its own figures until you take these over; that is one step of undo.
options-changes-input = Input
options-changes-saved = In the case
options-changes-now = In the catalogue
options-changes-update = { $count ->
        [one] Take over { $count } figure
       *[other] Take over { $count } figures
    }
