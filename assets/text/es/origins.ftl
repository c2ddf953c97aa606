### De dónde viene una cifra: en pocas palabras y al detalle.

origin-short-default = valor inicial
origin-short-entered = introducido
origin-short-entered-on = introducido · { $date }
origin-short-estimated = estimado
origin-short-estimated-within = estimado, ±{ $error }
origin-short-measured = medido
origin-short-measured-on = medido · { $date }
origin-short-preset = del catálogo, { $quality } · { $date }

origin-full-entered-by = Introducido por { $by }.
origin-full-estimated = Estimado con «{ $method }»; su error aún no se conoce.
origin-full-estimated-within = Estimado con «{ $method }», error aproximado de ±{ $error }.
origin-full-measured = Medido en la ejecución { $run }.
origin-full-preset = Del catálogo ({ $quality }): { $source }, a fecha de { $date }.
