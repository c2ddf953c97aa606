# The decision without a window.

headless-decision = A decisão
headless-in-the-running = Em jogo
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
headless-tornado-net-benefit = Benefício líquido nos dois extremos de cada intervalo; ! assinala o que, por si só, inverte a escolha.
headless-map = A melhor opção conforme { $across } (da esquerda para a direita) e { $down } (para baixo)
headless-map-here = O próprio caso está assinalado com *.
headless-indices = Parte da dispersão da diferença, isoladamente e com tudo aquilo com que atua em conjunto
headless-index-first = Isolado
headless-index-total = Em conjunto
error-map-input = Não há sobre o que traçar um mapa: “{ $path }” não tem intervalo nem valor diferente de zero.
error-map-same = Um mapa precisa de dois dados diferentes; “{ $path }” aparece duas vezes.
error-indices = A diferença entre estas opções não é um número nalgum ponto, ou nada a move.
error-indices-dimensions = Há demasiados intervalos para repartir a dispersão entre eles.
