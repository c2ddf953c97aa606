# Why a speed is what it is: what published measurements taught, and what one's own say.

reasons-without = Without measurements of your own it would be { $before }; with them it is { $after }.
reasons-learnt = Learnt from published measurements
reasons-learnt-origin = From { $rows } of them
reasons-measured = “{ $source }”, { $date }
reasons-share-same = Exactly this, { $times } times as fast as estimated; { $share } of that counts
reasons-share-akin = Something akin, { $times } times as fast as estimated; { $share } of that counts
reasons-times = × { $factor }
