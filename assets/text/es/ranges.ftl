# El editor de rangos.

## El rango de una entrada

ranges-of = Rango de { $field }
ranges-kind = Un valor o un rango
ranges-one-value = Un solo valor
    .help = El mismo en todos los futuros. Dé mínimo y máximo donde no haya seguridad; las probabilidades se siguen de ahí.
ranges-low-to-high = Del mínimo al máximo
ranges-low = Extremo inferior
ranges-high = Extremo superior
ranges-low-above = El extremo inferior queda por encima del valor, { $value }.
ranges-high-below = El extremo superior queda por debajo del valor, { $value }.
ranges-reading = Qué significan los extremos
ranges-reading-percentiles = P10 y P90
    .help = Una de cada diez veces queda bajo el extremo inferior, una de cada diez sobre el superior.
ranges-reading-bounds = Límites
    .help = Nunca queda fuera.
ranges-shape = Cómo se reparten los valores
ranges-shape-usual = Habitual
    .help = Pasa por mínimo, valor y máximo: dos mitades de curvas normales para percentiles, una joroba suave para límites.
ranges-shape-triangular = Triángulo
    .help = Un triángulo más alto en el valor.
ranges-shape-pert = PERT
    .help = Una joroba suave, más alta en el valor.
ranges-shape-normal = Normal
    .help = La campana con estos percentiles; el valor solo cuenta donde nada se sortea.
ranges-shape-lognormal = Lognormal
    .help = Para lo que nunca es negativo y a veces es muy grande; por sus percentiles.
ranges-shape-uniform = Plana
    .help = Todo valor entre los extremos es igual de probable.
ranges-shape-trigen = Trigen
    .help = El triángulo que tiene estos percentiles; sus esquinas quedan más allá.
ranges-shape-cases = Casos
    .help = Unos pocos valores, cada uno con su probabilidad.
ranges-shape-refused = «{ $shape }» no encaja: { $reason } Vale la forma anterior.
ranges-sketch = Cómo se reparte { $field }: valor { $value }, mínimo { $low }, máximo { $high }
ranges-remove = Quitar el rango
ranges-shared = En cada futuro se mueven con ella: { $figures }.

## Casos

ranges-cases = Valores y sus probabilidades
ranges-case-value = Valor del caso { $place }
ranges-case-chance = Probabilidad del caso { $place }
ranges-case-remove = Quitar el caso { $place }
ranges-case-add = Añadir caso
ranges-case-scale = Hacer que sumen
ranges-cases-sum = Las probabilidades deben sumar el total, y suman { $sum }.
ranges-chance-outside = Una probabilidad queda entre nada y el total.
ranges-last-stands = Vale la última lista correcta.

## Lo que se mueve a la vez

ranges-together = Se mueve junto con
    .help = Con nada más, que se haya dicho.
ranges-together-add = Elegir qué la acompaña
ranges-pair = { $first } con { $second }
ranges-rank-of = Correlación de rangos: { $pair }
ranges-pair-remove = Dejar libres { $pair }
ranges-pair-first = Elegir la primera de una pareja
ranges-pair-second = Elegir la segunda de la pareja
ranges-pair-begun = { $first } se mueve junto con …
