# How a self-hosted option runs its model: engine, precisions, accelerators.

edit-engine = troca do motor de “{ $option }”
edit-cache-bits = troca da precisão do cache de “{ $option }”

running-title = Como { $option } é executado
running-aid = A estimativa acompanha cada mudança na hora, e toda mudança pode ser desfeita.
running-engine = Motor de inferência
running-engine-aid = O que carrega os pesos e atende as requisições.
running-engine-here = Medido em hardware desse tipo
running-engine-elsewhere = Medido só em outro hardware
running-engine-never = Sem medições: estimado só por bytes e operações
running-weights = Formato dos pesos
running-weights-aid = Menos bits são lidos mais rápido e perdem um pouco de qualidade.
running-cache = Precisão do cache
running-cache-aid = Com metade dos bits cabe o dobro de conversa, se o motor permitir.
running-cache-bits = { $bits } bits
running-cache-own = Informada em bytes: { $bytes } por token.
running-accelerators = Aceleradores e réplicas
running-nearest = { $quantity }, { $load }: medido { $measured }, estimado { $estimate } ({ $range }), diferença { $off }
