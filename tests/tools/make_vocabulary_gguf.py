"""Small vocabularies of the kinds that our model families use, with the ids that llama.cpp gives texts.

usage: make_vocabulary_gguf.py OUTDIR YARDSTICK

  OUTDIR     NAME.gguf, NAME.gguf.inp (texts), .out (ids, all of it read as text) and .whole (ids with
             tokens of start and end, and of steering)
  YARDSTICK  the program of llama_yardstick.c

Merges are learnt from the lines below, so that texts like them become words and others pieces.
Needs gguf (0.19.0 was used) from PyPI.
"""

import collections
import os
import subprocess
import sys

from gguf import GGUFWriter, TokenType

LINES = """
A case stands or falls with the figures that somebody measured, and with those that nobody did.
The machine in the room is faster than people think, and slower than its maker says.
How many tokens a second? It depends: 31 here, 27 to 35 there, 1024 on a good day.
We don't know what it'll cost; they're sure it's cheap, and you've heard that before.
let total = rows.iter().map(|row| row.price * 12).sum::<f64>(); // per year
if (count > 0) { return count - 1; } else { throw new Error("nothing left"); }
La máquina de la sala es más rápida de lo que piensan. ¿Cuánto cuesta al año?
A máquina está na sala; não é barata, mas é rápida. Quanto custa por mês?
Die Maschine im Raum ist schneller, als man denkt, und kostet weniger: 1.234,56 Euro.
機械は部屋にあります。速さを測る。 машина быстрее, чем думают. η μηχανή είναι γρήγορη.
camelCase and PascalCase and SCREAMING_CASE and snake_case, HTTPServer, iPhone
""".strip().splitlines()

TEXTS = LINES + [
    "",
    " ",
    "   ",
    "\t",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n \r\n",
    "a",
    " a",
    "  a  b   c    ",
    "the machine's figures, the machines' figures, THE MACHINE'S, it’s",
    "I'm I'M we'll WE'LL they'd you'Ve 'tis 's",
    "1 12 123 1234 12345 1,234.5 ٣٤ ½ Ⅷ 3²",
    "¿Qué? ¡Más! «não» — “sim” … €5 ™",
    "e\u0301 o\u0308 \u0301",
    "日本語のテキスト、한국어 텍스트, ข้อความ, हिन्दी",
    "😀 👩‍👩‍👧 🇵🇹 ✨✨",
    "\u00a0nbsp\u00a0\u2003em\u3000wide",
    "tab\tand\u000bvertical\u000cform\u0085next",
    "x=1;y=2//z\n\tif(x){\n\t\ty++;\n\t}\n",
    "https://example.org/a?b=c&d=%20#e",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "....!!!???---===",
    "ÀÉÎÕÜ àéîõü ẞß ǅ ſ",
    "\ufeffmark",
    "<start_of_turn>user\nHow fast?<end_of_turn>\n<start_of_turn>model\n",
    "<|im_start|> user <|im_end|>  x",
    "<0x41> <unk> <s> </s>",
]


def learn(words, count):
    """The most frequent pairs of neighbours, one after the other; words are lists of symbols."""
    words, merges = [list(w) for w in words], []
    while len(merges) < count:
        pairs = collections.Counter()
        for word in words:
            pairs.update(zip(word, word[1:]))
        if not pairs:
            break
        (a, b), _ = max(pairs.items(), key=lambda item: (item[1], item[0]))
        merges.append((a, b))
        for word in words:
            i = 0
            while i + 1 < len(word):
                if (word[i], word[i + 1]) == (a, b):
                    word[i : i + 2] = [a + b]
                i += 1
    return merges


def byte_letters():
    seen = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {byte: chr(byte) for byte in seen}
    for number, byte in enumerate(b for b in range(256) if b not in letters):
        letters[byte] = chr(256 + number)
    return letters


def finish(name, writer):
    path = os.path.join(sys.argv[1], f"{name}.gguf")
    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.close()
    after = "\n__ggml_vocab_test__\n"
    with open(path + ".inp", "w", newline="") as file:
        file.write("".join(text + after for text in TEXTS))
    for mode, end in [("plain", "out"), ("ids", "whole")]:
        with open(f"{path}.{end}", "w") as file:
            for text in TEXTS:
                run = subprocess.run(
                    [sys.argv[2], mode, path], input=text.encode(), stdout=subprocess.PIPE, check=True
                )
                file.write(run.stdout.decode())
    print(path, os.path.getsize(path), "bytes")


def sentence_pieces(name, is_gemma):
    writer = GGUFWriter(None, "gemma2" if is_gemma else "llama")
    tokens = ["<pad>", "<eos>", "<bos>", "<unk>"] if is_gemma else ["<unk>", "<s>", "</s>"]
    kinds = {"<unk>": TokenType.UNKNOWN}
    kinds = [kinds.get(token, TokenType.CONTROL) for token in tokens]
    scores = [0.0] * len(tokens)

    def add(texts, kind, score):
        for text in texts:
            if text not in tokens:
                tokens.append(text)
                kinds.append(kind)
                scores.append(score(len(tokens)))

    if is_gemma:
        add(["<start_of_turn>", "<end_of_turn>"], TokenType.CONTROL, lambda _: 0.0)
        own = ["\n\n", "\n\n\n", "\t\t", "  ", "   ", "<table>"]
        add(own, TokenType.USER_DEFINED, lambda _: 0.0)
    add([f"<0x{byte:02X}>" for byte in range(256)], TokenType.BYTE, lambda _: 0.0)
    first = len(tokens)
    words = [w for line in LINES for w in ("\u2581" + line.replace(" ", " \u2581")).split(" ")]
    add([a + b for a, b in learn(words, 350)], TokenType.NORMAL, lambda n: float(first - n))
    letters = collections.Counter("".join(words)).most_common(70)
    add([letter for letter, _ in letters], TokenType.NORMAL, lambda n: float(first - n))
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    writer.add_bos_token_id(2 if is_gemma else 1)
    writer.add_eos_token_id(1 if is_gemma else 2)
    writer.add_unk_token_id(3 if is_gemma else 0)
    if is_gemma:
        writer.add_add_bos_token(True)
        writer.add_add_eos_token(False)
        writer.add_add_space_prefix(False)
    finish(name, writer)


def byte_pairs(name, way):
    letters = byte_letters()
    words = []
    for line in LINES:
        for word in (" " + line).replace(" ", "\0 ").split("\0"):
            words.append([letters[byte] for byte in word.encode()])
    merges = learn(words, 300)
    tokens = [letters[byte] for byte in range(256)]
    for a, b in merges:
        if a + b not in tokens:
            tokens.append(a + b)
    # A word that no merges make, for those that take words as they are.
    tokens.append("\u0120ignored")
    kinds = [TokenType.NORMAL] * len(tokens)
    for token, kind in [
        ("<|begin|>", TokenType.CONTROL),
        ("<|im_start|>", TokenType.CONTROL),
        ("<|im_end|>", TokenType.CONTROL),
        ("<|own|>", TokenType.USER_DEFINED),
    ]:
        tokens.append(token)
        kinds.append(kind)
    writer = GGUFWriter(None, "llama")
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(way)
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([f"{a} {b}" for a, b in merges])
    writer.add_bos_token_id(tokens.index("<|begin|>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    finish(name, writer)


TEXTS.append("word ignored <|own|>ignored<|own|>")
os.makedirs(sys.argv[1], exist_ok=True)
sentence_pieces("small-gemma", True)
sentence_pieces("small-llama", False)
for way in ["llama-bpe", "dbrx", "qwen2", "gpt-2", "smollm", "tekken", "gpt-4o", "deepseek-coder", "default"]:
    byte_pairs(f"small-{way}", way)
