# O que não rodou e a memória que não foi concedida.

## Memória

latency-failed-memory-weights = Os pesos do modelo precisam de { $gigabytes } GB de memória, que não foram concedidos.
latency-failed-memory-keys-and-values = O que o modelo guarda de seus tokens precisa de { $gigabytes } GB de memória, que não foram concedidos; com menos usuários ou textos mais curtos, é preciso menos.
latency-failed-memory-binding = Foram solicitados { $gigabytes } GB de uma só vez, e os kernels desta GPU enxergam { $most } GB por vez.
latency-failed-memory-other = Foram solicitados { $gigabytes } GB de memória, que não foram concedidos ({ $reason }).

## O que não roda

latency-unsupported-instructions = Este processador não tem as instruções vetoriais escolhidas: { $name }.
latency-unsupported-layers = O modelo declara um número de camadas ({ $said }) diferente do que tem ({ $is }), por isso não roda; talvez o arquivo esteja danificado.
latency-unsupported-matrix = Uma matriz do modelo em { $format } tem { $is } onde se espera { $wanted }, por isso ele não roda; talvez o arquivo esteja danificado.
latency-unsupported-width = Um modelo de largura { $numbers } não roda aqui; a largura deve ser maior que zero e, em uma GPU, par.
latency-unsupported-heads = As cabeças de atenção do modelo ({ $heads }) não podem dividir por igual as de chaves e valores ({ $shared }), por isso ele não roda.
latency-unsupported-head-size = Um modelo com cabeças de atenção de tamanho { $numbers } não roda aqui; o tamanho deve ser maior que zero e, em uma GPU, par e de no máximo 512.
latency-unsupported-positions = O modelo grava posições em { $numbers } números de uma cabeça de tamanho { $size }, o que não é possível, por isso não roda; talvez o arquivo esteja danificado.
latency-unsupported-window = A janela de atenção do modelo (tokens: { $tokens }, camadas: { $layers }) não corresponde às suas camadas, por isso ele não roda; talvez o arquivo esteja danificado.
latency-unsupported-rows = As linhas do modelo são longas demais para esta GPU: os kernels dela não enxergam nem { $rows } linhas de { $columns } números por vez.
latency-unsupported-empty-prompt = Não dá para medir um prompt sem nenhum token; escreva algum texto.
latency-unsupported-no-room-made = O modelo foi consultado antes de haver espaço para seus tokens, o que é uma falha deste programa.
