# The frame of the window: bars, path, commands, dialogs, and what is said when it cannot open.

## Parts of the window, as a screen reader names them

window-area-top = Programa e caso
window-area-path = Caminho da decisão
window-area-decision = Decisão até aqui
window-dismiss = Dispensar
window-language-now = Idioma: { $language }
window-theme-now = Tema: { $theme }

## Commands

command-new = Outro caso
command-open = Abrir…
command-save = Salvar
command-save-as = Salvar como…
command-export = Exportar…
command-undo = Desfazer
command-redo = Refazer
command-previous-step = Etapa anterior
command-next-step = Próxima etapa
command-why = Por que esta?
command-palette = Comandos
command-help = Atalhos de teclado
command-zoom-in = Ampliar
command-zoom-out = Reduzir
command-zoom-reset = Tamanho normal
command-next-theme = Próximo tema
command-quit = Sair

## Finding

window-palette-search = Digite um comando, um dado, uma opção
window-search-nothing = Nada encontrado.
window-go-to-step = Ir para { $step }
window-switch-theme = Tema: { $theme }
window-switch-language = Idioma: { $language }
window-help-command = Comando
window-help-keys = Teclas
window-reset-figure = Voltar ao valor não alterado
window-kept = Mantido:
window-understood-as = entendido como

## Files

window-unsaved-body = Caso contrário, as alterações desde o último salvamento serão perdidas.

## Drawing

window-software = Desenhado pelo processador ({ $adapter }); com um driver gráfico a janela fica mais rápida.
window-safe-mode = Desenhado com { $renderer }, porque o modo mais rápido não iniciou.

## A primeira tela

start-compare-title = Comece com uma comparação
start-open-title = Continue um caso
start-open-help = Um arquivo de cenário, de uma pasta ou solto sobre esta janela.
start-place-cloud = Na nuvem
start-place-on-premises = Também em servidores próprios
start-place-laptop = Também em notebooks
start-comparison-title = Nova comparação
start-comparison-lacks = O catálogo não tem nada à venda para { $record }.
start-discard-recovered = Descartar
start-preset-faults = { $count ->
        [one] { $count } erro em seus próprios registros; o resto deles é usado.
       *[other] { $count } erros em seus próprios registros; o resto deles é usado.
    }

## A decisão até aqui

window-fact-nothing = Nenhuma opção é possível
window-fact-margin = À frente da próxima por
window-fact-flips = Muda com o volume
window-fact-flips-below = Muda abaixo de
window-fact-flips-above = Muda acima de
window-fact-never = Nunca
window-requests = { $number } por mês

## Encontrar entradas, opções e resultados

window-found-option = Opção
window-found-result = Por quê: { $result }

## Abrir e salvar

window-open-title = Abrir um caso
window-open-button = Abrir
window-save-title = Salvar o caso
window-browse = Procurar…
window-scenario-files = Casos do Weighbridge
window-saved-to = Salvo em { $path }
window-saved-ago = { $count ->
        [one] Salvo há { $count } minuto
       *[other] Salvo há { $count } minutos
    }
window-drop = Solte o arquivo para abri-lo
window-faults-title = { $name } não foi aberto
window-faults-aid = { $count ->
        [one] Um erro, com linha e coluna. O arquivo não foi tocado, e o que estava aberto continua aberto.
       *[other] { $count } erros, cada um com linha e coluna. O arquivo não foi tocado, e o que estava aberto continua aberto.
    }
window-broke-off = O trabalho foi interrompido por um erro do programa; nada foi alterado.
window-records-kept = Guardado para outros casos em { $path }
window-no-presets-folder = Este sistema não indica uma pasta para dados do usuário; os registros ficam no caso.

## Um catálogo mais novo

window-show = Mostrar…
window-newer-notice = { $count ->
        [one] O catálogo agora traz outro valor para um número; o caso calcula como foi salvo.
       *[other] O catálogo agora traz outros valores para { $count } números; o caso calcula como foi salvo.
    }
window-newer-title = { $count ->
        [one] { $count } número mudou no catálogo
       *[other] { $count } números mudaram no catálogo
    }
window-newer-aid = O caso mantém os números com que foi salvo até você atualizá-los.
window-newer-input = Entrada
window-newer-saved = No caso
window-newer-now = No catálogo
window-newer-update = Atualizar
window-newer-keep = Manter
window-catalogue-of = Catálogo de { $date }
window-catalogue-old = Catálogo de { $date }: tem mais de meio ano; confira os preços antes de confiar neles.

## Exportar

window-export-title = Exportar
window-export-what = O quê
window-export-report = Relatório
window-export-report-aid = A decisão, tabelas, gráficos, premissas e fontes em um arquivo PDF para a diretoria.
window-export-format = Formato
window-export-size = Tamanho
window-export-pdf-aid = Vetores com texto selecionável e as fontes incluídas.
window-export-svg-aid = Vetores para editar depois; o texto precisa da fonte Lato.
window-export-png-aid = Pixels sobre fundo branco, dois por ponto.
window-export-button = Exportar
window-size-slide = Slide 16:9
window-size-half-slide = Meio slide
window-size-a4 = Largura A4
window-copy-picture = Copiar como imagem
window-copied-picture = O gráfico está na área de transferência.
window-copied = Copiado.
window-exporting = Exportando…
window-exported = Exportado para { $path }
window-export-cancelled = A exportação foi cancelada; nada foi gravado.

## When the window cannot open

window-no-display = Não há tela para abrir uma janela: nem WAYLAND_DISPLAY nem DISPLAY está definida.
window-not-opened = Não foi possível abrir a janela. Tentativas: { $tried }.
window-adapters = Adaptadores gráficos encontrados: { $adapters }.
window-no-adapters = Nenhum adaptador gráfico foi encontrado.
window-check-display = Verifique se a tela está ativa e se este usuário pode usá-la.
window-install-driver = Instale um driver Vulkan ou OpenGL (no Debian e no Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta uma biblioteca (no Debian e no Ubuntu: apt install { $packages }).
window-headless = Sem janela: weighbridge evaluate ARQUIVO
