# The decision without a window.

headless-decision = La decisión
headless-in-the-running = En liza
headless-yes = sí
headless-no = no
headless-best-share = Probabilidad de ser la mejor
headless-best-futures = Futuros en los que es la mejor
headless-net-benefit-p10 = Beneficio neto, uno de cada diez por debajo
headless-net-benefit-p50 = Beneficio neto, la mitad por debajo
headless-net-benefit-p90 = Beneficio neto, nueve de cada diez por debajo
headless-decision-regret = Arrepentimiento esperado, contando el valor
headless-what-ifs = Arrepentimiento en cada futuro
headless-difference-net-benefit = { $option } menos { $other }: { $difference } de beneficio neto
headless-tornado-net-benefit = El beneficio neto en los dos extremos de cada rango; ! marca lo que por sí solo invierte la elección.
headless-map = La mejor opción según { $across } (de izquierda a derecha) y { $down } (hacia abajo)
headless-map-here = El propio caso está marcado con *.
headless-indices = Parte de la dispersión de la diferencia, por sí solo y con todo aquello con lo que actúa junto
headless-index-first = Solo
headless-index-total = En conjunto
error-map-input = No hay sobre qué trazar un mapa: “{ $path }” no tiene rango ni un valor distinto de cero.
error-map-same = Un mapa necesita dos datos distintos; “{ $path }” aparece dos veces.
error-indices = La diferencia entre estas opciones no es un número en algún punto, o nada la mueve.
error-indices-dimensions = Hay demasiados rangos para repartir la dispersión entre ellos.
