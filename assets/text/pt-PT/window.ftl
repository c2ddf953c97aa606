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

## When the window cannot open

window-no-display = Não há ecrã onde abrir uma janela: nem WAYLAND_DISPLAY nem DISPLAY está definida.
window-not-opened = Não foi possível abrir a janela. Tentativas: { $tried }.
window-adapters = Placas gráficas encontradas: { $adapters }.
window-no-adapters = Não foi encontrada nenhuma placa gráfica.
window-check-display = Verifique se o ecrã está ativo e se este utilizador o pode usar.
window-install-driver = Instale um controlador Vulkan ou OpenGL (em Debian e Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta uma biblioteca (em Debian e Ubuntu: apt install { $packages }).
window-headless = Sem janela: weighbridge evaluate FICHEIRO
