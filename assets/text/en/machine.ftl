# What this computer is, how it is known, and how fast it is.

## A child process that works on a graphics processor

child-not-started = The part of the program that works with the graphics processor could not be started ({ $reason }).
child-cancelled = Cancelled.
child-too-long = The graphics driver did not answer within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }; the work was stopped.
child-ended = The graphics driver brought the work to an end ({ $ending }); the rest of the program goes on.
child-ended-saying = The graphics driver brought the work to an end ({ $ending }); it said: { $said }
child-garbled = The part of the program that works with the graphics processor gave an unreadable answer ({ $reason }).
