# The ten steps of the path.

## The path

steps-title = El camino hasta la decisión
step-state-untouched = Valores iniciales
step-state-partial = En curso
step-state-complete = Completo
step-state-attention = Requiere atención
step-knows-today = Lo que este paso sabe hoy

## The ten steps

step-question = Pregunta
    .headline = ¿Qué hay que decidir?
    .help = La pregunta, el horizonte, la moneda y su cambio, la tasa de descuento y los idiomas de trabajo.
step-workload = Carga de trabajo
    .headline = ¿Cuánto trabajo hay?
    .help = Peticiones, tokens, crecimiento, picos, lo que admite caché o lotes, y la rapidez exigida a las respuestas.
step-options = Opciones
    .headline = ¿Qué caminos hay?
    .help = Una opción es un modelo, una precisión, un lugar donde ejecutarlo y un plan de precios.
step-cost = Coste
    .headline = ¿Cuánto cuesta cada opción, todo incluido?
    .help = Licencia, infraestructura, personas, mantenimiento, adaptación y salida; una máquina parada nunca es gratis.
step-capability = Capacidad
    .headline = ¿Cómo de bien hace el trabajo cada opción?
    .help = Pruebas comparativas con su protocolo, un grupo cada vez; el piloto propio vale más.
step-latency = Latencia y hardware
    .headline = ¿Con qué rapidez y en qué máquina?
    .help = Estimaciones aprendidas de mediciones publicadas; las mediciones propias las sustituyen.
    .today = La velocidad se estima a partir de mediciones publicadas, con su rango; en esta máquina no se ha medido nada.
step-long-term = Largo plazo
    .headline = ¿Qué pasa después del primer año?
    .help = Soberanía, dependencia del proveedor, regulación, cláusulas de licencia, competencias y el ritmo de los proveedores.
    .today = Las retiradas, los sucesores, la evolución de precios y el coste de salida ya cuentan; los demás criterios se enumeran, sin puntuar.
step-priorities = Prioridades
    .headline = ¿Qué importa más y a quién?
    .help = Primero lo que ninguna opción puede incumplir, después cuánto vale la variación de cada criterio.
step-decision = Decisión
    .headline = ¿Qué opción y qué la cambiaría?
    .help = Primero la respuesta, después las pruebas y los puntos de equilibrio.
    .today = La respuesta se apoya en el coste y en lo que cabe; todavía no se calculan probabilidades.
step-report = Informe
    .headline = Llévelo al consejo
    .help = Un informe con tablas, gráficos, supuestos y fuentes; el mismo caso da el mismo archivo.

## The question

question-title = Título
    .help = Un nombre corto para el caso.
question-text = Pregunta de decisión
    .help = La pregunta con palabras propias.
question-date = Fecha del caso
    .help = Los precios, las retiradas y las antigüedades se toman a esta fecha.
question-horizon = Horizonte
    .help = Meses que se miran adelante, de 12 a 84.
question-currency = Moneda
    .help = Todo se calcula en dólares y se muestra en esta moneda.
question-fx-date = Fecha del cambio
    .help = El día en que se consultó el cambio.
question-languages = Idiomas de trabajo
    .help = Idiomas en los que debe funcionar el servicio.
question-notes = Notas
    .help = Observaciones que acompañan al caso.
