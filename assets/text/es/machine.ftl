# Qué es este ordenador, cómo se sabe y a qué velocidad trabaja.

## Un proceso hijo que trabaja con un procesador gráfico

child-not-started = No se ha podido iniciar la parte del programa que trabaja con el procesador gráfico ({ $reason }).
child-cancelled = Cancelado.
child-too-long = El controlador gráfico no ha respondido en { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }; se ha detenido el trabajo.
child-ended = El controlador gráfico ha puesto fin al trabajo ({ $ending }); el resto del programa sigue en marcha.
child-ended-saying = El controlador gráfico ha puesto fin al trabajo ({ $ending }); su mensaje: { $said }
child-garbled = La parte del programa que trabaja con el procesador gráfico ha dado una respuesta ilegible ({ $reason }).
