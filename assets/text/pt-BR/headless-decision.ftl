# The decision without a window.

headless-decision = A decisão
headless-in-the-running = Em disputa
headless-yes = sim
headless-no = não
headless-best-share = Probabilidade de ser a melhor
headless-best-futures = Futuros em que é a melhor
headless-net-benefit-p10 = Benefício líquido, um em dez abaixo
headless-net-benefit-p50 = Benefício líquido, metade abaixo
headless-net-benefit-p90 = Benefício líquido, nove em dez abaixo
headless-decision-regret = Arrependimento esperado, contando o valor
headless-what-ifs = Arrependimento em cada futuro
headless-difference-net-benefit = { $option } menos { $other }: { $difference } de benefício líquido
headless-tornado-net-benefit = Benefício líquido nas duas pontas de cada intervalo; ! marca o que sozinho inverte a escolha.
headless-map = A melhor opção conforme { $across } (da esquerda para a direita) e { $down } (para baixo)
headless-map-here = O próprio caso está marcado com *.
headless-indices = Parcela da dispersão da diferença, sozinho e com tudo aquilo com que age em conjunto
headless-index-first = Sozinho
headless-index-total = Em conjunto
error-map-input = Não há sobre o que traçar um mapa: “{ $path }” não tem intervalo nem valor diferente de zero.
error-map-same = Um mapa precisa de dois dados diferentes; “{ $path }” aparece duas vezes.
error-indices = A diferença entre estas opções não é um número em algum ponto, ou nada a move.
error-indices-dimensions = Há intervalos demais para repartir a dispersão entre eles.
