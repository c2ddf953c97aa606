# Words that every screen shares: buttons, counts, states.

## The program

app-name = Weighbridge
app-tagline = Pese modelos de linguagem de pesos abertos e proprietários antes de decidir
start-headline = O que quer pesar?
start-compare = Comparar opções
    .help = Uma carga típica com uma API, um modelo alojado e GPU alugadas, calculada de imediato.
start-samples = Casos de exemplo
start-recent = Recentes
start-recovered = Foi encontrado trabalho por guardar de { $time }.

## Buttons

button-add = Adicionar
button-add-option = Adicionar opção…
button-apply = Aplicar
button-back = Voltar
button-cancel = Cancelar
button-choose = Escolher…
button-close = Fechar
button-copy = Copiar
button-delete = Eliminar
button-discard = Não guardar
button-duplicate = Duplicar
button-edit = Editar…
button-explain = Porquê este número?
button-export = Exportar…
button-move-down = Mover para baixo
button-move-up = Mover para cima
button-new = Novo
button-next = Seguinte
button-ok = OK
button-open = Abrir…
button-redo = Refazer
button-remove = Remover
button-rename = Mudar o nome…
button-reset = Repor
button-restore = Restaurar
button-save = Guardar
button-save-as = Guardar como…
button-search = Pesquisar…
button-try-again = Tentar novamente
button-undo = Anular
button-update = Atualizar…

## Menus and settings

menu-file = Ficheiro
menu-edit = Editar
menu-view = Ver
menu-help = Ajuda
settings = Definições
settings-language = Idioma
settings-theme = Tema
settings-zoom = Zoom
theme-light = Claro
theme-dark = Escuro
theme-high-contrast = Alto contraste
theme-system = Como o sistema

## Files

file-unsaved = Alterações por guardar
file-saved = Guardado
file-untitled = Sem título
file-path = Caminho do ficheiro
file-save-question = Guardar as alterações a { $name }?
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
value-default = Predefinição { $value }
value-allowed = Permitido de { $low } a { $high }

## Where a figure comes from

origin-default = Valor inicial
    .help = Valor inicial do programa; ainda ninguém o verificou.
origin-preset = Do catálogo
    .detail = { $source }, consultado em { $date }
origin-measured = Medido
    .detail = Medido na execução { $run }
origin-entered = Introduzido
    .detail = Introduzido por { $by } em { $date }
origin-estimated = Estimado
    .detail = Estimado, com erro de cerca de ±{ $error }
quality-published = publicado
    .help = Lido na página de quem publicou.
quality-secondary = de segunda mão
    .help = Lido numa cópia da página de quem publicou.
quality-derived = derivado
    .help = Calculado a partir de valores publicados.
quality-entered = introduzido
    .help = Introduzido por uma pessoa.
quality-weak = fraco
    .help = Contraditório, antigo ou de origem incerta.
quality-assumed = assumido
    .help = Ninguém publicou; é um juízo de especialista.
quality-note = Qualidade da fonte { $quality }
age-old = Consultado há { $days } dias; confirme antes de usar.

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
explain-title = Porquê { $value }?
explain-formula = Fórmula
explain-inputs = Dados de entrada
explain-go-to-input = Ir para este dado

## Months of the horizon

month-number = Mês { $month }
year-number = Ano { $year }
