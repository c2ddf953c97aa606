# Um ensaio incluído num caso sem janela.

latency-into-measuring = A medir memória e cálculo desta máquina, que ficam registados no caso…
latency-into-no-device = Ninguém sabe a memória, a largura de banda e o ritmo de cálculo daquilo em que o modelo correria, pelo que o ensaio nada diria ao caso.
latency-into-nothing = O caso fica como estava: o ensaio nada diz sobre uma máquina ou um endpoint, porque falhou, foi feito em software ou não teve resposta.
latency-into-busy = O caso fica como estava: outros programas ocupavam a máquina enquanto o modelo era cronometrado. Com --though-busy o ensaio é guardado e as estimativas não o usam.
latency-into-no-option = Indique com --option que opção do caso compra neste endpoint.
latency-into-not-bought = «{ $option }» não compra num endpoint: corre o modelo por conta própria ou consulta outras opções.
