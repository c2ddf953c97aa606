# Words that every screen shares: buttons, counts, states.

## The program

app-name = Weighbridge
app-tagline = Pese modelos de linguagem de pesos abertos e proprietários antes de decidir
start-headline = O que você quer pesar?
start-compare = Comparar opções
    .help = Uma carga típica com uma API, um modelo hospedado e GPUs alugadas, calculada na hora.
start-samples = Casos de exemplo
start-recent = Recentes
start-recovered = Foi encontrado trabalho não salvo de { $time }.

## Buttons

button-add = Adicionar
button-add-option = Adicionar opção…
button-apply = Aplicar
button-back = Voltar
button-cancel = Cancelar
button-choose = Escolher…
button-close = Fechar
button-copy = Copiar
button-delete = Excluir
button-discard = Não salvar
button-duplicate = Duplicar
button-edit = Editar…
button-explain = Por que este número?
button-export = Exportar…
button-move-down = Mover para baixo
button-move-up = Mover para cima
button-new = Novo
button-next = Avançar
button-ok = OK
button-open = Abrir…
button-redo = Refazer
button-remove = Remover
button-rename = Renomear…
button-reset = Redefinir
button-restore = Restaurar
button-save = Salvar
button-save-as = Salvar como…
button-search = Pesquisar…
button-try-again = Tentar novamente
button-undo = Desfazer
button-update = Atualizar…

## Menus and settings

menu-file = Arquivo
menu-edit = Editar
menu-view = Exibir
menu-help = Ajuda
settings = Configurações
settings-language = Idioma
settings-theme = Tema
settings-zoom = Zoom
theme-light = Claro
theme-dark = Escuro
theme-high-contrast = Alto contraste
theme-system = Como o sistema

## Files

file-unsaved = Alterações não salvas
file-saved = Salvo
file-untitled = Sem título
file-path = Caminho do arquivo
file-save-question = Salvar as alterações em { $name }?
file-overwrite-question = { $name } já existe. Substituir?

## Counts

count-options = { $count ->
        [one] { $count } opção
       *[other] { $count } opções
    }
count-months = { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
count-changes = { $count ->
        [one] { $count } alteração
       *[other] { $count } alterações
    }
count-faults = { $count ->
        [one] { $count } falha
       *[other] { $count } falhas
    }
count-samples = { $count ->
        [one] { $count } amostra
       *[other] { $count } amostras
    }

## Values

value-unknown = desconhecido
value-undisclosed = não divulgado
value-none = nenhum
value-yes = Sim
value-no = Não
value-range = { $low } a { $high }
value-default = Padrão { $value }
value-allowed = Permitido de { $low } a { $high }

## Where a figure comes from

origin-default = Valor inicial
    .help = Valor inicial do programa; ninguém o conferiu ainda.
origin-preset = Do catálogo
    .detail = { $source }, lido em { $date }
origin-measured = Medido
    .detail = Medido na execução { $run }
origin-entered = Informado
    .detail = Informado por { $by } em { $date }
origin-estimated = Estimado
    .detail = Estimado, erro de cerca de ±{ $error }
quality-published = publicado
    .help = Lido na página de quem publicou.
quality-secondary = de segunda mão
    .help = Lido em uma cópia da página de quem publicou.
quality-derived = derivado
    .help = Calculado a partir de números publicados.
quality-entered = informado
    .help = Digitado por uma pessoa.
quality-weak = fraco
    .help = Contraditório, antigo ou de origem incerta.
quality-assumed = suposto
    .help = Ninguém publicou; é uma estimativa de especialista.
quality-note = Qualidade da fonte { $quality }
age-old = Lido há { $days } dias; confira antes de usar.

## Range of an uncertain figure

range-low = Baixo
range-base = Base
range-high = Alto
range-low-to-high = Baixo, base, alto

## Tables and explanations

column-option = Opção
column-model = Modelo
column-source = Fonte
column-date = Data
column-value = Valor
column-unit = Unidade
column-note = Observação
explain-title = Por que { $value }?
explain-formula = Fórmula
explain-inputs = Entradas
explain-go-to-input = Ir para esta entrada

## Months of the horizon

month-number = Mês { $month }
year-number = Ano { $year }
