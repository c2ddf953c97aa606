# How a self-hosted option runs its model: engine, precisions, accelerators.

edit-engine = cambio de motor de «{ $option }»
edit-cache-bits = cambio de precisión de la caché de «{ $option }»

running-title = Cómo se ejecuta { $option }
running-aid = La estimación sigue cada cambio al instante, y todo cambio se puede deshacer.
running-engine = Motor de inferencia
running-engine-aid = Lo que carga los pesos y atiende las peticiones.
running-engine-here = Medido en hardware de este tipo
running-engine-elsewhere = Medido solo en otro hardware
running-engine-never = Sin mediciones: estimado solo a partir de bytes y operaciones
running-weights = Formato de los pesos
running-weights-aid = Con menos bits se leen antes y se pierde algo de calidad.
running-cache = Precisión de la caché
running-cache-aid = Con la mitad de bits cabe el doble de conversación, si el motor lo admite.
running-cache-bits = { $bits } bits
running-cache-own = Introducida en bytes: { $bytes } por token.
running-accelerators = Aceleradores y réplicas
running-nearest = { $quantity }, { $load }: medido { $measured }, estimado { $estimate } ({ $range }), diferencia { $off }
