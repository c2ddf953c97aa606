### Where a figure came from: in a few words, and in full.

origin-short-default = starting value
origin-short-entered = entered
origin-short-entered-on = entered · { $date }
origin-short-estimated = estimated
origin-short-estimated-within = estimated, ±{ $error }
origin-short-measured = measured
origin-short-measured-on = measured · { $date }
origin-short-preset = preset, { $quality } · { $date }

origin-full-entered-by = Entered by { $by }.
origin-full-estimated = Estimated by “{ $method }”; its error is not known yet.
origin-full-estimated-within = Estimated by “{ $method }”, error about ±{ $error }.
origin-full-measured = Measured in run { $run }.
origin-full-preset = From the catalogue ({ $quality }): { $source }, as of { $date }.
