# The decision without a window.

headless-decision = The decision
headless-in-the-running = In the running
headless-yes = yes
headless-no = no
headless-best-share = Chance to be best
headless-best-futures = Futures in which it is best
headless-net-benefit-p10 = Net benefit, one in ten below
headless-net-benefit-p50 = Net benefit, half below
headless-net-benefit-p90 = Net benefit, nine in ten below
headless-decision-regret = Expected regret, value counted
headless-what-ifs = Regret in each future
headless-difference-net-benefit = { $option } less { $other }: { $difference } of net benefit
headless-tornado-net-benefit = Net benefit at both ends of each range; ! marks what alone turns the choice round.
headless-map = The best option over { $across } (left to right) and { $down } (downwards)
headless-map-here = The case itself is marked with *.
headless-indices = Share of the spread of the difference, alone and with all it acts together with
headless-index-first = Alone
headless-index-total = Together
error-map-input = Nothing to draw a map over: “{ $path }” has neither a range nor a value apart from nought.
error-map-same = A map needs two different inputs; “{ $path }” stands twice.
error-indices = The difference between these options is not a number somewhere, or nothing moves it.
error-indices-dimensions = There are too many ranges to share the spread out among them.
