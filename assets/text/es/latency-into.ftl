# Una prueba incorporada a un caso sin ventana.

latency-into-measuring = Midiendo memoria y cálculo de esta máquina, que se anotan en el caso…
latency-into-no-device = Nadie conoce la memoria, el ancho de banda y la capacidad de cálculo de aquello en lo que funcionaría el modelo, así que la prueba no diría nada al caso.
latency-into-nothing = El caso queda como estaba: la prueba no dice nada de una máquina ni de un endpoint, porque falló, se hizo en software o no obtuvo respuesta.
latency-into-busy = El caso queda como estaba: otros programas ocupaban la máquina mientras se cronometraba el modelo. Con --though-busy la prueba se conserva y las estimaciones no la usan.
latency-into-no-option = Indique con --option qué opción del caso compra en este endpoint.
latency-into-not-bought = «{ $option }» no compra en un endpoint: ejecuta el modelo por su cuenta o consulta otras opciones.
