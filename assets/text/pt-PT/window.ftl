# The frame of the window: bars, path, commands, dialogs, and what is said when it cannot open.

## Parts of the window, as a screen reader names them

window-area-top = Programa e caso
window-area-path = Percurso da decisão
window-area-decision = Decisão até agora
window-dismiss = Dispensar
window-language-now = Idioma: { $language }
window-theme-now = Tema: { $theme }

## Commands

command-new = Outro caso
command-open = Abrir…
command-save = Guardar
command-save-as = Guardar como…
command-export = Exportar…
command-undo = Anular
command-redo = Refazer
command-previous-step = Passo anterior
command-next-step = Passo seguinte
command-why = Porquê esta?
command-palette = Comandos
command-help = Atalhos de teclado
command-zoom-in = Ampliar
command-zoom-out = Reduzir
command-zoom-reset = Tamanho normal
command-next-theme = Tema seguinte
command-quit = Sair

## Finding

window-palette-search = Escreva um comando, um dado, uma opção
window-search-nothing = Nada encontrado.
window-go-to-step = Ir para { $step }
window-switch-theme = Tema: { $theme }
window-switch-language = Idioma: { $language }
window-help-command = Comando
window-help-keys = Teclas
window-reset-figure = Repor o valor não alterado
window-kept = Mantido:
window-understood-as = entendido como

## Files

window-unsaved-body = Caso contrário, perdem-se as alterações feitas desde a última vez que guardou.

## Drawing

window-software = Desenhado pelo processador ({ $adapter }); com um controlador gráfico a janela é mais rápida.
window-safe-mode = Desenhado com { $renderer }, porque o modo mais rápido não arrancou.

## O primeiro ecrã

start-compare-title = Comece com uma comparação
start-open-title = Continue um caso
start-open-help = Um ficheiro de cenário, de uma pasta ou largado sobre esta janela.
start-place-cloud = Na nuvem
start-place-on-premises = Também em servidores próprios
start-place-laptop = Também em portáteis
start-comparison-title = Nova comparação
start-comparison-lacks = O catálogo não tem nada à venda para { $record }.
start-discard-recovered = Descartar
start-preset-faults = { $count ->
        [one] { $count } erro nos seus próprios registos; os restantes são usados.
       *[other] { $count } erros nos seus próprios registos; os restantes são usados.
    }

## A decisão até aqui

window-fact-nothing = Nenhuma opção é possível
window-fact-margin = À frente da seguinte por
window-fact-flips = Muda com o volume
window-fact-flips-below = Muda abaixo de
window-fact-flips-above = Muda acima de
window-fact-never = Nunca
window-requests = { $number } por mês

## Encontrar entradas, opções e resultados

window-found-option = Opção
window-found-result = Porquê: { $result }

## Abrir e guardar

window-open-title = Abrir um caso
window-open-button = Abrir
window-save-title = Guardar o caso
window-browse = Procurar…
window-scenario-files = Casos do Weighbridge
window-saved-to = Guardado em { $path }
window-saved-ago = { $count ->
        [one] Guardado há { $count } minuto
       *[other] Guardado há { $count } minutos
    }
window-drop = Largue o ficheiro para o abrir
window-faults-title = { $name } não foi aberto
window-faults-aid = { $count ->
        [one] Um erro, com linha e coluna. O ficheiro não foi tocado, e o que estava aberto continua aberto.
       *[other] { $count } erros, cada um com linha e coluna. O ficheiro não foi tocado, e o que estava aberto continua aberto.
    }
window-broke-off = O trabalho foi interrompido por um erro do programa; nada foi alterado.
window-records-kept = Guardado para outros casos em { $path }
window-no-presets-folder = Este sistema não indica uma pasta para dados do utilizador; os registos ficam no caso.

## Um catálogo mais recente

window-show = Mostrar…
window-newer-notice = { $count ->
        [one] O catálogo traz agora outro valor para um número; o caso calcula como foi guardado.
       *[other] O catálogo traz agora outros valores para { $count } números; o caso calcula como foi guardado.
    }
window-newer-title = { $count ->
        [one] { $count } número mudou no catálogo
       *[other] { $count } números mudaram no catálogo
    }
window-newer-aid = O caso mantém os números com que foi guardado até os atualizar.
window-newer-input = Entrada
window-newer-saved = No caso
window-newer-now = No catálogo
window-newer-update = Atualizar
window-newer-keep = Manter
window-catalogue-of = Catálogo de { $date }
window-catalogue-old = Catálogo de { $date }: tem mais de meio ano; confirme os preços antes de confiar neles.

## Exportar

window-export-title = Exportar
window-export-what = O quê
window-export-report = Relatório
window-export-report-aid = A decisão, tabelas, gráficos, pressupostos e fontes num ficheiro PDF para a administração.
window-export-format = Formato
window-export-size = Tamanho
window-export-pdf-aid = Vetores com texto selecionável e os tipos de letra incluídos.
window-export-svg-aid = Vetores para editar depois; o texto precisa do tipo de letra Lato.
window-export-png-aid = Píxeis sobre fundo branco, dois por ponto.
window-export-button = Exportar
window-size-slide = Diapositivo 16:9
window-size-half-slide = Meio diapositivo
window-size-a4 = Largura A4
window-copy-picture = Copiar como imagem
window-copied-picture = O gráfico está na área de transferência.
window-copied = Copiado.
window-exporting = A exportar…
window-exported = Exportado para { $path }
window-export-cancelled = A exportação foi cancelada; nada foi escrito.

## When the window cannot open

window-no-display = Não há ecrã onde abrir uma janela: nem WAYLAND_DISPLAY nem DISPLAY está definida.
window-not-opened = Não foi possível abrir a janela. Tentativas: { $tried }.
window-adapters = Placas gráficas encontradas: { $adapters }.
window-no-adapters = Não foi encontrada nenhuma placa gráfica.
window-check-display = Verifique se o ecrã está ativo e se este utilizador o pode usar.
window-install-driver = Instale um controlador Vulkan ou OpenGL (em Debian e Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta uma biblioteca (em Debian e Ubuntu: apt install { $packages }).
window-headless = Sem janela: weighbridge evaluate FICHEIRO
