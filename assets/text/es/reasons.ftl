# Why a speed is what it is: what published measurements taught, and what one's own say.

reasons-without = Sin mediciones propias sería { $before }; con ellas es { $after }.
reasons-learnt = Aprendido de mediciones publicadas
reasons-learnt-origin = A partir de { $rows } de ellas
reasons-measured = «{ $source }», { $date }
reasons-share-same = Exactamente esto, { $times } veces tan rápido como lo estimado; cuenta un { $share }
reasons-share-akin = Algo afín, { $times } veces tan rápido como lo estimado; cuenta un { $share }
reasons-times = × { $factor }
