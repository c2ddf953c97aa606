# O que não correu e a memória que não foi concedida.

## Memória

latency-failed-memory-weights = Os pesos do modelo precisam de { $gigabytes } GB de memória, que não foram concedidos.
latency-failed-memory-keys-and-values = O que o modelo guarda dos seus tokens precisa de { $gigabytes } GB de memória, que não foram concedidos; com menos utilizadores ou textos mais curtos é precisa menos.
latency-failed-memory-binding = Foram pedidos { $gigabytes } GB de uma só vez, e os kernels desta GPU veem { $most } GB de cada vez.
latency-failed-memory-other = Foram pedidos { $gigabytes } GB de memória, que não foram concedidos ({ $reason }).

## O que não corre

latency-unsupported-instructions = Este processador não tem as instruções vetoriais escolhidas: { $name }.
latency-unsupported-layers = O modelo declara um número de camadas ({ $said }) diferente do que tem ({ $is }), pelo que não corre; talvez o ficheiro esteja danificado.
latency-unsupported-matrix = Uma matriz do modelo em { $format } tem { $is } onde se espera { $wanted }, pelo que este não corre; talvez o ficheiro esteja danificado.
latency-unsupported-width = Um modelo de largura { $numbers } não corre aqui; a largura tem de ser superior a zero e, numa GPU, par.
latency-unsupported-heads = As cabeças de atenção do modelo ({ $heads }) não podem repartir por igual as de chaves e valores ({ $shared }), pelo que este não corre.
latency-unsupported-head-size = Um modelo com cabeças de atenção de tamanho { $numbers } não corre aqui; o tamanho tem de ser superior a zero e, numa GPU, par e de 512 no máximo.
latency-unsupported-positions = O modelo escreve posições em { $numbers } números de uma cabeça de tamanho { $size }, o que não é possível, pelo que não corre; talvez o ficheiro esteja danificado.
latency-unsupported-window = A janela de atenção do modelo (tokens: { $tokens }, camadas: { $layers }) não corresponde às suas camadas, pelo que este não corre; talvez o ficheiro esteja danificado.
latency-unsupported-rows = As linhas do modelo são demasiado longas para esta GPU: os seus kernels nem { $rows } linhas de { $columns } números veem de cada vez.
latency-unsupported-empty-prompt = Não é possível medir um prompt sem nenhum token; escreva algum texto.
latency-unsupported-no-room-made = O modelo foi consultado antes de haver espaço para os seus tokens, o que é uma falha deste programa.
