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

## When the window cannot open

window-no-display = Não há tela para abrir uma janela: nem WAYLAND_DISPLAY nem DISPLAY está definida.
window-not-opened = Não foi possível abrir a janela. Tentativas: { $tried }.
window-adapters = Adaptadores gráficos encontrados: { $adapters }.
window-no-adapters = Nenhum adaptador gráfico foi encontrado.
window-check-display = Verifique se a tela está ativa e se este usuário pode usá-la.
window-install-driver = Instale um driver Vulkan ou OpenGL (no Debian e no Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta uma biblioteca (no Debian e no Ubuntu: apt install { $packages }).
window-headless = Sem janela: weighbridge evaluate ARQUIVO
