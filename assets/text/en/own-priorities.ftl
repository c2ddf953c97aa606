# Criteria and gates of the client’s own.

own-criteria = The criteria themselves
own-criteria-aid = Add your own, say what they mean, or remove what does not matter; what was said of a removed one goes with it.
own-criterion-choose = Criterion to describe
own-criterion-add = Add a criterion
own-criterion-new = New criterion
own-criterion-name = Name of the criterion
own-criterion-guidance = What to think of when judging
own-criterion-worst-means = What the worst means
own-criterion-best-means = What the best means
own-criterion-worst = Worst: worth nothing
own-criterion-best = Best: worth everything
own-criterion-ends-aid = Both ends are stated, so that a further option changes nobody’s value.
own-criterion-evidence = What tells how an option does
own-evidence-judgement = Somebody’s judgement
own-criterion-remove = Remove the criterion “{ $criterion }”
own-gate-add = Add a gate
own-gate-remove = Remove the gate “{ $gate }”
own-gate-holds = How surely it must hold
own-gate-holds-of = How surely it must hold: { $gate }
own-gate-median = As is more likely than not
own-gate-in-share = In { $share } of futures
edit-gate-percentile = how surely a gate must hold
