"""Random blocks of every format that we read, with the values that the `gguf` package gives them.

usage: make_quant_blocks.py > app/gguf/tests/blocks.txt

A line is a format, its bytes and its values as little-endian 32-bit floating-point numbers, both in
hexadecimal digits.
Needs numpy and gguf (0.19.0 was used) from PyPI.
"""

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, quants

# Formats, and where their blocks have 16-bit floating-point numbers.
FORMATS = {
    "F32": None,
    "F16": [0],
    "BF16": None,
    "Q4_0": [0],
    "Q4_1": [0, 2],
    "Q5_0": [0],
    "Q5_1": [0, 2],
    "Q8_0": [0],
    "Q2_K": [80, 82],
    "Q3_K": [108],
    "Q4_K": [0, 2],
    "Q5_K": [0, 2],
    "Q6_K": [208],
}
rng = np.random.default_rng(20)
for name, halves in FORMATS.items():
    kind = GGMLQuantizationType[name]
    numbers, size = GGML_QUANT_SIZES[kind]
    blocks = {1: 32, 32: 4, 256: 2}[numbers]
    data = rng.integers(0, 256, (blocks, size), np.uint8)
    for at in halves or []:
        scales = rng.standard_normal(blocks).astype("<f2") / np.float16(64)
        data[:, at : at + 2] = scales.view(np.uint8).reshape(blocks, 2)
    if name == "F32":
        data = rng.standard_normal((blocks, 1)).astype("<f4").view(np.uint8)
    if name == "BF16":
        data = rng.standard_normal((blocks, 1)).astype("<f4").view(np.uint8)[:, 2:]
    plain = {"F32": "<f4", "F16": "<f2"}.get(name)
    data = np.ascontiguousarray(data)
    values = quants.dequantize(data.view(plain) if plain else data, kind).astype("<f4")
    assert np.isfinite(values).all() and values.size == blocks * numbers
    print(name, data.tobytes().hex(), values.tobytes().hex())
