// What llama.cpp makes of a file: its logits, or the ids of a text.
//
// usage: llama_yardstick logits FILE ID,ID,…   little-endian 32-bit logits of every position to the output
//        llama_yardstick ids FILE              ids of the text from the input, special tokens put and read as such
//        llama_yardstick plain FILE            ids of the text from the input, all of it text
//        llama_yardstick text FILE ID,ID,…     the text of ids to the output
//
// Build beside a built llama.cpp (the source distribution of llama-cpp-python 0.3.36 was used):
//   cc -O2 llama_yardstick.c -I LLAMA/include -I LLAMA/ggml/include -L BUILD/bin -Wl,-rpath,BUILD/bin
//      -lllama -lggml -lggml-base -o llama_yardstick
// Keys and values are kept in 32 bits and flash attention is off, so that as little as possible is rounded.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "llama.h"

static void quiet(enum ggml_log_level level, const char *text, void *data) {
    (void)data;
    if (level >= GGML_LOG_LEVEL_ERROR && level != GGML_LOG_LEVEL_CONT) {
        fputs(text, stderr);
    }
}

static int read_ids(char *list, llama_token *ids, int most) {
    int count = 0;
    for (char *part = strtok(list, ","); part && count < most; part = strtok(NULL, ",")) {
        ids[count++] = atoi(part);
    }
    return count;
}

static int fail(const char *what) {
    fprintf(stderr, "llama_yardstick: %s\n", what);
    return 1;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        return fail("usage: llama_yardstick logits|ids|plain|text FILE [ID,ID,...]");
    }
    enum { MOST = 1 << 20 };
    static llama_token ids[MOST];
    llama_log_set(quiet, NULL);
    llama_backend_init();
    struct llama_model_params model_params = llama_model_default_params();
    model_params.vocab_only = strcmp(argv[1], "logits") != 0;
    struct llama_model *model = llama_model_load_from_file(argv[2], model_params);
    if (!model) {
        return fail("no model");
    }
    const struct llama_vocab *vocab = llama_model_get_vocab(model);
    bool is_plain = strcmp(argv[1], "plain") == 0;
    if (is_plain || strcmp(argv[1], "ids") == 0) {
        static char text[MOST];
        int length = (int)fread(text, 1, MOST, stdin);
        int count = llama_tokenize(vocab, text, length, ids, MOST, !is_plain, !is_plain);
        for (int i = 0; i < count; i++) {
            printf(i ? " %d" : "%d", ids[i]);
        }
        puts("");
        return 0;
    }
    if (argc < 4) {
        return fail("ids are missing");
    }
    int count = read_ids(argv[3], ids, MOST);
    if (strcmp(argv[1], "text") == 0) {
        static char text[MOST];
        int length = llama_detokenize(vocab, ids, count, text, MOST, false, true);
        fwrite(text, 1, length > 0 ? length : 0, stdout);
        return 0;
    }
    struct llama_context_params params = llama_context_default_params();
    params.n_ctx = 512;
    params.n_batch = params.n_ubatch = 512;
    params.n_threads = params.n_threads_batch = 1;
    params.type_k = params.type_v = GGML_TYPE_F32;
    params.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_DISABLED;
    struct llama_context *context = llama_init_from_model(model, params);
    if (!context || count > 512) {
        return fail("no context");
    }
    struct llama_batch batch = llama_batch_init(count, 0, 1);
    batch.n_tokens = count;
    for (int i = 0; i < count; i++) {
        batch.token[i] = ids[i];
        batch.pos[i] = i;
        batch.n_seq_id[i] = 1;
        batch.seq_id[i][0] = 0;
        batch.logits[i] = 1;
    }
    if (llama_decode(context, batch) != 0) {
        return fail("it did not run");
    }
    for (int i = 0; i < count; i++) {
        fwrite(llama_get_logits_ith(context, i), sizeof(float), llama_vocab_n_tokens(vocab), stdout);
    }
    return 0;
}
