# Um teste incluído em um caso sem janela.

latency-into-measuring = Medindo memória e cálculo desta máquina, que ficam registrados no caso…
latency-into-no-device = Ninguém sabe a memória, a largura de banda e a taxa de cálculo daquilo em que o modelo rodaria, então o teste não diria nada ao caso.
latency-into-nothing = O caso fica como estava: o teste não diz nada sobre uma máquina ou um endpoint, porque falhou, foi feito em software ou não teve resposta.
latency-into-busy = O caso fica como estava: outros programas ocupavam a máquina enquanto o modelo era cronometrado. Com --though-busy o teste é guardado e as estimativas não o usam.
latency-into-no-option = Diga com --option qual opção do caso compra neste endpoint.
latency-into-not-bought = “{ $option }” não compra em um endpoint: roda o modelo por conta própria ou consulta outras opções.
