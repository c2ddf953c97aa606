# Why a speed is what it is: what published measurements taught, and what one's own say.

reasons-without = Sem medições próprias seria { $before }; com elas é { $after }.
reasons-learnt = Aprendido com medições publicadas
reasons-learnt-origin = A partir de { $rows } delas
reasons-measured = «{ $source }», { $date }
reasons-share-same = Exatamente isto, { $times } vezes tão rápido como o estimado; contam { $share } disso
reasons-share-akin = Algo semelhante, { $times } vezes tão rápido como o estimado; contam { $share } disso
reasons-times = × { $factor }
