/* Times llama.cpp, as told line by line on standard input.
 *
 *   yardstick MODEL.gguf THREADS
 *
 * On start it prints what it is as one line of JSON; then, for each line that it reads:
 *   time P D       feeds P tokens at once and D one by one; prints {"prompt": seconds, "tokens": [seconds, …]}
 * Tokens are 1, then 3 + (7919 i + 13) mod 256, the same as everywhere.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "llama.h"

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static llama_token token(int i) { return i == 0 ? 1 : 3 + (7919 * i + 13) % 256; }

static void quiet(enum ggml_log_level level, const char *text, void *data) {
    (void) data;
    if (level == GGML_LOG_LEVEL_ERROR) fputs(text, stderr);
}

static void feed(struct llama_context *context, llama_token *tokens, int count) {
    struct llama_batch batch = llama_batch_get_one(tokens, count);
    if (llama_decode(context, batch) != 0) {
        fputs("llama_decode has failed\n", stderr);
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: yardstick MODEL.gguf THREADS\n", stderr);
        return 2;
    }
    enum { ROOM = 1024 };
    llama_log_set(quiet, NULL);
    llama_backend_init();
    struct llama_model *model = llama_model_load_from_file(argv[1], llama_model_default_params());
    if (!model) return 1;
    struct llama_context_params params = llama_context_default_params();
    params.n_ctx = params.n_batch = ROOM;
    params.n_threads = params.n_threads_batch = atoi(argv[2]);
    struct llama_context *context = llama_init_from_model(model, params);
    if (!context) return 1;
    printf("{\"system\": \"%s\", \"threads\": %d}\n", llama_print_system_info(), params.n_threads);
    fflush(stdout);

    llama_token tokens[ROOM];
    for (int i = 0; i < ROOM; i++) tokens[i] = token(i);
    char line[256];
    int prompt, answer;
    while (fgets(line, sizeof line, stdin)) {
        llama_memory_clear(llama_get_memory(context), true);
        if (sscanf(line, "time %d %d", &prompt, &answer) == 2 && prompt + answer <= ROOM) {
            double start = now();
            feed(context, tokens, prompt);
            llama_get_logits_ith(context, -1);
            printf("{\"prompt\": %.9f, \"tokens\": [", now() - start);
            for (int i = 0; i < answer; i++) {
                start = now();
                feed(context, tokens + prompt + i, 1);
                llama_get_logits_ith(context, -1);
                printf("%s%.9f", i ? ", " : "", now() - start);
            }
            puts("]}");
        } else {
            fputs("what is that?\n", stderr);
            return 2;
        }
        fflush(stdout);
    }
    llama_free(context);
    llama_model_free(model);
    return 0;
}
