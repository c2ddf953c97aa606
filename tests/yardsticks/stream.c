/* Bandwidth of memory by STREAM's definitions, as a yardstick for `weighbridge probe --measure`.
 *
 * Copy, scale, add and triad over three static arrays of doubles, each kernel timed by itself
 * from before the parallel loop to after it; a number read and a number written count eight bytes
 * each. Our own code after the definitions at https://www.cs.virginia.edu/stream/ref.html.
 *
 *   gcc -O3 -fopenmp -falign-loops=64 -DARRAY_BYTES=134217728 -DREPEATS=10 stream.c -o stream
 *   OMP_NUM_THREADS=2 OMP_PROC_BIND=true ./stream
 *
 * Without `-falign-loops=64` the loop of triad may lie across two lines of code, which costs some
 * processors a third of its rate whatever their memory does.
 *
 * Prints a line a kernel: its name, then the median and the best rate in bytes a second of all
 * repetitions but the first.
 */

#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef ARRAY_BYTES
#error "say how large an array is: -DARRAY_BYTES=…"
#endif
#ifndef REPEATS
#define REPEATS 10
#endif

#define LENGTH ((size_t)(ARRAY_BYTES) / sizeof(double))

static double a[LENGTH], b[LENGTH], c[LENGTH];

static int by_size(const void *one, const void *other)
{
    double x = *(const double *)one, y = *(const double *)other;
    return (x > y) - (x < y);
}

int main(void)
{
    static const char *names[] = {"copy", "scale", "add", "triad"};
    static const double moved[] = {2, 2, 3, 3};
    static double rates[4][REPEATS];
    const double scalar = 3.0;
    long j;

    /* Pages come to the thread that first writes to them. */
#pragma omp parallel for
    for (j = 0; j < (long)LENGTH; j++) {
        a[j] = 2.0;
        b[j] = 2.0;
        c[j] = 0.0;
    }

    for (int repeat = 0; repeat <= REPEATS; repeat++) {
        double times[5];
        times[0] = omp_get_wtime();
#pragma omp parallel for
        for (j = 0; j < (long)LENGTH; j++)
            c[j] = a[j];
        times[1] = omp_get_wtime();
#pragma omp parallel for
        for (j = 0; j < (long)LENGTH; j++)
            b[j] = scalar * c[j];
        times[2] = omp_get_wtime();
#pragma omp parallel for
        for (j = 0; j < (long)LENGTH; j++)
            c[j] = a[j] + b[j];
        times[3] = omp_get_wtime();
#pragma omp parallel for
        for (j = 0; j < (long)LENGTH; j++)
            a[j] = b[j] + scalar * c[j];
        times[4] = omp_get_wtime();
        for (int kernel = 0; repeat > 0 && kernel < 4; kernel++)
            rates[kernel][repeat - 1] =
                moved[kernel] * sizeof(double) * LENGTH / (times[kernel + 1] - times[kernel]);
    }

    double x = 2.0, y = 2.0, z = 0.0;
    for (int repeat = 0; repeat <= REPEATS; repeat++) {
        z = x;
        y = scalar * z;
        z = x + y;
        x = y + scalar * z;
    }
    for (size_t i = 0; i < LENGTH; i++)
        if (a[i] != x || b[i] != y || c[i] != z) {
            fprintf(stderr, "the arrays hold wrong numbers\n");
            return EXIT_FAILURE;
        }

    for (int kernel = 0; kernel < 4; kernel++) {
        qsort(rates[kernel], REPEATS, sizeof(double), by_size);
        double middle = (rates[kernel][(REPEATS - 1) / 2] + rates[kernel][REPEATS / 2]) / 2;
        printf("%s %.0f %.0f\n", names[kernel], middle, rates[kernel][REPEATS - 1]);
    }
    return EXIT_SUCCESS;
}
