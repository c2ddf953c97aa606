# Why a range cannot be drawn from, and why correlations cannot be.

error-range = No se puede sortear del rango de { $path }. { $why }
error-too-many-quantities = Hay más entradas inciertas que dimensiones de la sucesión de Sobol’ aquí ({ $most }); elija el hipercubo latino.

## At a range

fault-range-not-finite = Un rango necesita números finitos en todos sus campos.
fault-range-high-below-low-percentiles = P90, { $high }, queda por debajo de P10, { $low }.
fault-range-high-below-low-bounds = El límite superior, { $high }, queda por debajo del inferior, { $low }.
fault-range-figure-below-low-percentiles = El valor, { $middle }, queda por debajo de P10, { $low }.
fault-range-figure-below-low-bounds = El valor, { $middle }, queda por debajo del límite inferior, { $low }.
fault-range-figure-above-high-percentiles = P90, { $high }, queda por debajo del valor, { $middle }.
fault-range-figure-above-high-bounds = El límite superior, { $high }, queda por debajo del valor, { $middle }.
fault-range-negative-spread = Una dispersión no puede ser negativa, y { $value } lo es.
fault-range-not-positive = Un rango lognormal solo admite números positivos, y { $value } no lo es.
fault-range-negative-chance = Una probabilidad no puede ser negativa, y { $value } lo es.
fault-range-chances-sum = Las probabilidades de todos los casos deben formar un todo, y estas suman { $sum }.
fault-range-no-cases = Debe haber al menos un caso.
fault-range-cases-ends = Bajo y alto deben ser el caso menor y el mayor, { $low } y { $high }.
fault-range-no-triangle = Ningún triángulo pasa por estos extremos.
fault-range-needs-percentiles-normal = Un rango normal no tiene límites: indique P10 y P90.
fault-range-needs-percentiles-lognormal = Un rango lognormal no tiene límites: indique P10 y P90.
fault-range-needs-percentiles-trigen = El trigen es un triángulo dado por percentiles: indique P10 y P90 o elija el triángulo.

## At correlations

fault-correlation-out-of-range = La correlación de { $first } con { $second } debe estar entre −1 y 1, sin incluirlos, y { $rank } no lo está; lo que se mueve a la par es una sola magnitud.
fault-correlation-same = { $quantity } está correlacionada consigo misma.
fault-correlation-twice = La correlación de { $first } con { $second } aparece dos veces.
fault-correlation-contradiction = Estas correlaciones se contradicen; acerque algunas a cero: { $pairs }.
fault-correlation-three-pairs = Estas tres correlaciones se contradicen: { $pairs }. Mientras las otras dos se mantengan, { $first } con { $second } debe estar entre { $low } y { $high }.
correlation-pair = { $first } con { $second } en { $rank }
