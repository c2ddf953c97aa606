# How a self-hosted option runs its model: engine, precisions, accelerators.

edit-engine = alteração do motor de «{ $option }»
edit-cache-bits = alteração da precisão da cache de «{ $option }»

running-title = Como { $option } é executado
running-aid = A estimativa acompanha de imediato cada alteração, e todas podem ser anuladas.
running-engine = Motor de inferência
running-engine-aid = O que carrega os pesos e responde aos pedidos.
running-engine-here = Medido em hardware deste tipo
running-engine-elsewhere = Medido apenas noutro hardware
running-engine-never = Sem medições: estimado apenas por bytes e operações
running-weights = Formato dos pesos
running-weights-aid = Menos bits leem-se mais depressa e perdem alguma qualidade.
running-cache = Precisão da cache
running-cache-aid = Com metade dos bits cabe o dobro da conversa, se o motor o permitir.
running-cache-bits = { $bits } bits
running-cache-own = Introduzida em bytes: { $bytes } por token.
running-accelerators = Aceleradores e réplicas
running-nearest = { $quantity }, { $load }: medido { $measured }, estimado { $estimate } ({ $range }), diferença { $off }
