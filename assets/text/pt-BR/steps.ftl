# The ten steps of the path.

## The path

steps-title = O caminho até a decisão
step-state-untouched = Valores iniciais
step-state-partial = Em andamento
step-state-complete = Concluído
step-state-attention = Requer atenção
step-knows-today = O que esta etapa sabe hoje

## The ten steps

step-question = Pergunta
    .headline = O que se quer decidir?
    .help = A pergunta, o horizonte, a moeda e o câmbio, a taxa de desconto e os idiomas de trabalho.
step-workload = Carga de trabalho
    .headline = Quanto trabalho há?
    .help = Requisições, tokens, crescimento, picos, o que pode ir para cache ou lote, e a rapidez exigida das respostas.
step-options = Opções
    .headline = Quais caminhos existem?
    .help = Uma opção é um modelo, uma precisão, um lugar para executá-lo e um plano de preços.
step-cost = Custo
    .headline = Quanto custa cada opção, tudo incluído?
    .help = Licença, infraestrutura, pessoas, manutenção, customização e saída; uma máquina parada nunca é de graça.
step-capability = Capacidade
    .headline = Quão bem cada opção faz o trabalho?
    .help = Benchmarks com seu protocolo, um grupo de cada vez; o seu próprio piloto vale mais.
step-latency = Latência e hardware
    .headline = Com que rapidez, e em que máquina?
    .help = Estimativas aprendidas de medições publicadas; medições próprias as substituem.
    .today = A velocidade é estimada a partir de medições publicadas, com sua faixa; nada foi medido nesta máquina.
step-long-term = Longo prazo
    .headline = O que acontece depois do primeiro ano?
    .help = Soberania, dependência do fornecedor, regulação, cláusulas de licença, competências e o ritmo dos fornecedores.
    .today = Retiradas de linha, sucessores, evolução de preços e custo de saída já contam; os demais critérios são listados, sem nota.
step-priorities = Prioridades
    .headline = O que mais importa, e para quem?
    .help = Primeiro o que nenhuma opção pode deixar de cumprir, depois quanto vale a variação de cada critério.
step-decision = Decisão
    .headline = Qual opção, e o que a mudaria?
    .help = Primeiro a resposta, depois as evidências e os pontos de equilíbrio.
    .today = A resposta se apoia no custo e no que cabe; as probabilidades ainda não são calculadas.
step-report = Relatório
    .headline = Leve para a diretoria
    .help = Um relatório com tabelas, gráficos, premissas e fontes; o mesmo caso gera o mesmo arquivo.

## The question

question-title = Título
    .help = Um nome curto para o caso.
question-text = Pergunta de decisão
    .help = A pergunta com suas palavras.
question-date = Data do caso
    .help = Preços, retiradas de linha e idades valem nesta data.
question-horizon = Horizonte
    .help = Meses à frente, de 12 a 84.
question-currency = Moeda
    .help = Tudo é calculado em dólares e mostrado nesta moeda.
question-fx-date = Data do câmbio
    .help = O dia em que o câmbio foi lido.
question-languages = Idiomas de trabalho
    .help = Idiomas em que o serviço precisa funcionar.
question-notes = Anotações
    .help = Observações que acompanham o caso.
