### De onde veio um valor: em poucas palavras e por extenso.

origin-short-default = valor inicial
origin-short-entered = introduzido
origin-short-entered-on = introduzido · { $date }
origin-short-estimated = estimado
origin-short-estimated-within = estimado, ±{ $error }
origin-short-measured = medido
origin-short-measured-on = medido · { $date }
origin-short-preset = predefinido, { $quality } · { $date }

origin-full-entered-by = Introduzido por { $by }.
origin-full-estimated = Estimado por «{ $method }»; o erro ainda não é conhecido.
origin-full-estimated-within = Estimado por «{ $method }», erro de cerca de ±{ $error }.
origin-full-measured = Medido na execução { $run }.
origin-full-preset = Do catálogo ({ $quality }): { $source }, à data de { $date }.
