# O que é este computador, como se sabe e a que velocidade trabalha.

## Um processo filho que trabalha com um processador gráfico

child-not-started = Não foi possível iniciar a parte do programa que trabalha com o processador gráfico ({ $reason }).
child-cancelled = Cancelado.
child-too-long = O controlador gráfico não respondeu em { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }; o trabalho foi interrompido.
child-ended = O controlador gráfico pôs fim ao trabalho ({ $ending }); o resto do programa continua.
child-ended-saying = O controlador gráfico pôs fim ao trabalho ({ $ending }); a sua mensagem: { $said }
child-garbled = A parte do programa que trabalha com o processador gráfico deu uma resposta ilegível ({ $reason }).

## Dados de um computador

machine-fact-system-name = Sistema operativo
machine-fact-system-architecture = Arquitetura
machine-fact-system-hypervisor = Hipervisor
machine-fact-processor-name = Processador
machine-fact-processor-vendor = Fabricante
machine-fact-processor-physical-cores = Núcleos
machine-fact-processor-logical-cores = Threads de todos os núcleos
machine-fact-processor-usable-threads = Threads que este programa pode utilizar
machine-fact-processor-instructions = Instruções vetoriais
machine-fact-processor-level-1-cache-bytes = Cache de dados de nível 1 de um núcleo
machine-fact-processor-level-2-cache-bytes = Cache de nível 2
machine-fact-processor-last-level-cache-bytes = Caches de último nível, no total
machine-fact-memory-total-bytes = Memória
machine-fact-memory-available-bytes = Memória livre
machine-fact-gpu-name = Processador gráfico
machine-fact-gpu-vendor = Fabricante
machine-fact-gpu-pci-address = Endereço no barramento
machine-fact-gpu-kind = Tipo
machine-fact-gpu-memory-total-bytes = Memória gráfica
machine-fact-gpu-memory-free-bytes = Memória gráfica livre
machine-fact-gpu-driver = Controlador
machine-fact-gpu-largest-buffer-bytes = Maior buffer
machine-fact-gpu-largest-binding-bytes = Maior porção visível para um kernel
machine-fact-gpu-features = Oferece
machine-gpu-kind-dedicated = placa com memória própria
machine-gpu-kind-shared = trabalha na memória do computador
machine-gpu-kind-virtual = cedido por um hipervisor
machine-gpu-kind-software = software no processador, não um processador gráfico
machine-none = nenhum
machine-no-gpu = Não foi encontrado nenhum processador gráfico.

## Como se sabe um dado, e com que certeza

machine-known-operating-system = di-lo o sistema operativo
machine-known-processor = di-lo o processador
machine-known-driver = di-lo o controlador gráfico
machine-known-measured = medido aqui
machine-known-entered = introduzido
machine-known-nobody = ninguém o diz
machine-sureness-unknown = desconhecido
machine-sureness-doubtful = duvidoso
machine-sureness-sure = certo
machine-doubt-shared-memory = toda a memória do computador; não se sabe quanta dela o controlador cede
machine-doubt-cut-off = logo abaixo de 4 GiB, onde acabam as interfaces antigas; pode haver mais
machine-doubt-sources-differ = as fontes não coincidem
machine-doubt-hypervisor = segundo o hipervisor, que pode não dizer o que o hardware tem
machine-doubt-no-driver = não foi encontrado nenhum controlador que a possa utilizar
machine-doubt-by-name = apenas pelo nome
machine-doubt-one-of-several = de um deles; não se sabe quantos há

## O que não pôde ser lido ou corrigido

machine-part-cards = Placas gráficas
machine-part-failed = { $what }: { $reason }
machine-cards-failed = O sistema operativo não as enumera ({ $reason }).
machine-correction-no-fact = Não existe o dado «{ $path }».
machine-correction-form = «{ $path }» aceita outro tipo de valor.

## Velocidades medidas

rates-title = Velocidades medidas
rates-median = Mediana
rates-middle-half = Metade central
rates-best = Melhor
rates-kind-copy = Memória, cópia
rates-kind-scale = Memória, escala
rates-kind-add = Memória, soma
rates-kind-triad = Memória, tríade
rates-kind-read = Memória, leitura
rates-kind-f32 = Vírgula flutuante de 32 bits
rates-kind-f16 = Vírgula flutuante de 16 bits
rates-kind-int8 = Inteiros de 8 bits
rates-of-threads = { $kind } com { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }
rates-with-instructions = { $what }, { $instructions }
rates-bytes = { $value } GB/s
rates-operations = { $value } mil milhões de operações/s
rates-arrays = Vetores de { $bytes } cada, no mínimo quatro vezes as caches de último nível.
rates-arrays-small = Vetores de { $bytes } cada; não é certo que as caches não tenham ajudado.
rates-of-gpu = { $name } através de { $backend }, buffers de { $bytes }
rates-software = Isto é software no processador: os valores não são de nenhum processador gráfico.
rates-cost = A medição demora cerca de { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    } e ocupa até { $memory } de memória.
rates-progress = { $share }: { $what }
rates-no-memory = A medição precisa de { $needed } de memória, e há { $free } livres.
rates-wrong-numbers = A memória devolveu números diferentes dos escritos; a medição não é válida.
rates-gpu-failed = Não foi possível medir { $name }: { $reason }
rates-no-device = O controlador não abre nenhum dispositivo ({ $reason }).
rates-no-adapter = O processador gráfico já não está presente. { $name }
rates-gpu-error = O controlador comunica um erro: { $reason }
