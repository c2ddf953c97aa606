"""Small random-weight GGUF files of every family that we run, written by the `gguf` package.

usage: make_family_gguf.py OUTDIR [--seed N] [--format F32|F16|BF16|Q8_0|Q4_0|Q4_1|Q5_0|Q5_1]

The shapes are small and odd on purpose: grouped heads, heads that are wider than a layer's share,
windows shorter than a prompt, part of a head turned, long and short factors that differ.
Needs numpy and gguf (0.19.0 was used) from PyPI.
"""

import argparse
import os

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter, RopeScalingType, quants

LAYERS, HIDDEN, FORWARD, HEADS, KV, VOCABULARY = 7, 64, 96, 4, 2, 300


def write(name, architecture, head, arguments):
    kind = GGMLQuantizationType[arguments.format]
    rng = np.random.default_rng([arguments.seed, sum(name.encode())])
    path = os.path.join(arguments.outdir, f"{name}-{arguments.format}.gguf")
    w = GGUFWriter(path, architecture)
    gemma, phi = architecture.startswith("gemma"), architecture == "phi3"
    # A name with phi3 in it would make llama.cpp look for tokens of Microsoft's own vocabulary.
    w.add_name(name.replace("phi3", "phi"))
    w.add_vocab_size(VOCABULARY)
    w.add_context_length(2048)
    w.add_embedding_length(HIDDEN)
    w.add_block_count(LAYERS)
    w.add_feed_forward_length(FORWARD)
    w.add_head_count(HEADS)
    w.add_head_count_kv(KV)
    w.add_layer_norm_rms_eps(1e-5)
    if head != HIDDEN // HEADS:
        w.add_key_length(head)
        w.add_value_length(head)
    tokens = [b"<unk>", b"<s>", b"</s>"] + [b"<0x%02X>" % i for i in range(256)]
    tokens += [f"\u2581w{i}".encode() for i in range(len(tokens), VOCABULARY)]
    w.add_tokenizer_model("llama")
    w.add_token_list(tokens)
    w.add_token_scores([-float(i) for i in range(VOCABULARY)])
    w.add_token_types([2, 3, 3] + [6] * 256 + [1] * (VOCABULARY - 259))
    w.add_bos_token_id(1)
    w.add_eos_token_id(2)

    def matrix(tensor, rows, columns):
        x = rng.standard_normal((rows, columns), dtype=np.float32) / np.float32(np.sqrt(columns))
        if kind == GGMLQuantizationType.F32:
            w.add_tensor(tensor, x)
        elif kind == GGMLQuantizationType.F16:
            w.add_tensor(tensor, x.astype(np.float16))
        else:
            w.add_tensor(tensor, quants.quantize(x, kind), raw_dtype=kind)

    def row(tensor, size, low, high):
        w.add_tensor(tensor, rng.uniform(low, high, size).astype(np.float32))

    matrix("token_embd.weight", VOCABULARY, HIDDEN)
    row("output_norm.weight", HIDDEN, 0.75, 1.25)
    if name in ("llama", "qwen3", "phi3"):
        matrix("output.weight", VOCABULARY, HIDDEN)
    queries, keys = HEADS * head, KV * head
    for i in range(LAYERS):
        p = f"blk.{i}."
        row(p + "attn_norm.weight", HIDDEN, 0.75, 1.25)
        row(p + "ffn_norm.weight", HIDDEN, 0.75, 1.25)
        if phi:
            matrix(p + "attn_qkv.weight", queries + 2 * keys, HIDDEN)
            matrix(p + "ffn_up.weight", 2 * FORWARD, HIDDEN)
        else:
            matrix(p + "attn_q.weight", queries, HIDDEN)
            matrix(p + "attn_k.weight", keys, HIDDEN)
            matrix(p + "attn_v.weight", keys, HIDDEN)
            matrix(p + "ffn_gate.weight", FORWARD, HIDDEN)
            matrix(p + "ffn_up.weight", FORWARD, HIDDEN)
        matrix(p + "attn_output.weight", HIDDEN, queries)
        matrix(p + "ffn_down.weight", HIDDEN, FORWARD)
        if architecture == "qwen2":
            row(p + "attn_q.bias", queries, -0.5, 0.5)
            row(p + "attn_k.bias", keys, -0.5, 0.5)
            row(p + "attn_v.bias", keys, -0.5, 0.5)
        if architecture in ("qwen3", "gemma3"):
            row(p + "attn_q_norm.weight", head, 0.75, 1.25)
            row(p + "attn_k_norm.weight", head, 0.75, 1.25)
        if gemma:
            row(p + "post_attention_norm.weight", HIDDEN, 0.75, 1.25)
            row(p + "post_ffw_norm.weight", HIDDEN, 0.75, 1.25)
    if architecture == "llama":
        w.add_rope_dimension_count(head)
    if name == "llama-scaled":
        w.add_rope_freq_base(500000.0)
        row("rope_freqs.weight", head // 2, 1, 8)
    if name == "llama-linear":
        w.add_rope_scaling_type(RopeScalingType.LINEAR)
        w.add_rope_scaling_factor(4.0)
    if gemma:
        w.add_sliding_window(6)
    if architecture == "gemma2":
        w.add_attn_logit_softcapping(2.5)
        w.add_final_logit_softcapping(1.5)
    if architecture == "gemma3":
        w.add_rope_freq_base(1000000.0)
        w.add_rope_scaling_type(RopeScalingType.LINEAR)
        w.add_rope_scaling_factor(8.0)
    if name == "phi3-long":
        turned = 12
        w.add_rope_dimension_count(turned)
        w.add_rope_scaling_orig_ctx_len(1024)
        w.add_rope_scaling_attn_factors(1.19)
        row("rope_factors_short.weight", turned // 2, 1, 3)
        row("rope_factors_long.weight", turned // 2, 10, 30)
    if name == "phi3":
        w.add_rope_dimension_count(head)
        w.add_sliding_window(3)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()
    print(path)


arguments = argparse.ArgumentParser(
    description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
)
arguments.add_argument("outdir")
arguments.add_argument("--seed", type=int, default=1)
arguments.add_argument("--format", default="F32")
arguments = arguments.parse_args()
os.makedirs(arguments.outdir, exist_ok=True)
for name, architecture, head in [
    ("llama", "llama", 16),
    ("llama-scaled", "llama", 16),
    ("llama-linear", "llama", 16),
    ("llama-wide", "llama", 32),
    ("qwen2", "qwen2", 16),
    ("qwen3", "qwen3", 32),
    ("gemma2", "gemma2", 32),
    ("gemma3", "gemma3", 32),
    ("phi3", "phi3", 16),
    ("phi3-long", "phi3", 16),
]:
    write(name, architecture, head, arguments)
