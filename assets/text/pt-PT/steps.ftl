# The ten steps of the path.

## The path

steps-title = O caminho até à decisão
step-state-untouched = Valores iniciais
step-state-partial = Em curso
step-state-complete = Concluído
step-state-attention = Requer atenção
step-knows-today = O que esta etapa sabe hoje

## The ten steps

step-question = Pergunta
    .headline = O que se pretende decidir?
    .help = A pergunta, o horizonte, a moeda e o câmbio, a taxa de atualização e os idiomas de trabalho.
step-workload = Carga de trabalho
    .headline = Quanto trabalho há?
    .help = Pedidos, tokens, crescimento, picos, o que pode ir para cache ou lote, e a rapidez exigida das respostas.
step-options = Opções
    .headline = Que caminhos existem?
    .help = Uma opção é um modelo, uma precisão, um local para o executar e um plano de preços.
step-cost = Custo
    .headline = Quanto custa cada opção, tudo incluído?
    .help = Licença, infraestrutura, pessoas, manutenção, personalização e saída; uma máquina parada nunca é gratuita.
step-capability = Capacidade
    .headline = Quão bem cada opção faz o trabalho?
    .help = Benchmarks com o seu protocolo, um grupo de cada vez; o seu próprio piloto vale mais.
step-latency = Latência e hardware
    .headline = Com que rapidez, e em que máquina?
    .help = Estimativas aprendidas de medições publicadas; as medições próprias substituem-nas.
    .today = A velocidade é estimada a partir de medições publicadas, com o seu intervalo; nada foi medido nesta máquina.
step-long-term = Longo prazo
    .headline = O que acontece depois do primeiro ano?
    .help = Soberania, dependência do fornecedor, regulação, cláusulas de licença, competências e o ritmo dos fornecedores.
    .today = As descontinuações, os sucessores, a evolução dos preços e o custo de saída já contam; os restantes critérios são listados, sem pontuação.
step-priorities = Prioridades
    .headline = O que mais importa, e a quem?
    .help = Primeiro o que nenhuma opção pode falhar, depois quanto vale a variação de cada critério.
step-decision = Decisão
    .headline = Que opção, e o que a mudaria?
    .help = Primeiro a resposta, depois as provas e os pontos de equilíbrio.
    .today = A resposta assenta no custo e no que cabe; as probabilidades ainda não são calculadas.
step-report = Relatório
    .headline = Leve ao conselho
    .help = Um relatório com tabelas, gráficos, pressupostos e fontes; o mesmo caso gera o mesmo ficheiro.

## The question

question-title = Título
    .help = Um nome curto para o caso.
question-text = Questão a decidir
    .help = A questão pelas suas palavras.
question-date = Data do caso
    .help = Preços, descontinuações e idades valem nesta data.
question-horizon = Horizonte
    .help = Meses em frente, de 12 a 84.
question-currency = Moeda
    .help = Tudo é calculado em dólares e mostrado nesta moeda.
question-fx-date = Data do câmbio
    .help = O dia em que o câmbio foi consultado.
question-languages = Idiomas de trabalho
    .help = Idiomas em que o serviço tem de funcionar.
question-notes = Notas
    .help = Observações que acompanham o caso.
