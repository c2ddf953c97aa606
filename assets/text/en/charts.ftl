# seed
