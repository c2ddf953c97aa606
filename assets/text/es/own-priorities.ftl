# Criterios y requisitos propios del cliente.

own-criteria = Los criterios
own-criteria-aid = Añada los suyos, diga qué significan o quite lo que no importa; con uno que se quita se va lo dicho de él.
own-criterion-choose = Criterio que describir
own-criterion-add = Añadir un criterio
own-criterion-new = Criterio nuevo
own-criterion-name = Nombre del criterio
own-criterion-guidance = Qué tener en cuenta al valorar
own-criterion-worst-means = Qué significa lo peor
own-criterion-best-means = Qué significa lo mejor
own-criterion-worst = Lo peor: no vale nada
own-criterion-best = Lo mejor: lo vale todo
own-criterion-ends-aid = Ambos extremos se fijan, de modo que otra opción no cambia el valor de ninguna.
own-criterion-evidence = Qué dice cómo queda una opción
own-evidence-judgement = La valoración de una persona
own-criterion-remove = Quitar el criterio “{ $criterion }”
own-gate-add = Añadir un requisito
own-gate-remove = Quitar el requisito “{ $gate }”
own-gate-holds = Con qué seguridad debe cumplirse
own-gate-holds-of = Con qué seguridad debe cumplirse: { $gate }
own-gate-median = Como es más probable que no
own-gate-in-share = En el { $share } de los futuros
edit-gate-percentile = con qué seguridad debe cumplirse un requisito
