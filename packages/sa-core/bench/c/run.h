/*
 * What tree.c and ring.c share: the run as it is read, the draws of a block of steps, and the Metropolis criterion. The same
 * algorithm as src/random.ts, src/annealing/metropolis.ts and, in src/annealing/kernel, step-draws.ts and metropolis-limits.ts.
 * Doubles may not be contracted (-ffp-contract=off), so that every decision is the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MAX_ATOMS = 128, MAX_UNITS = 2 * MAX_ATOMS, MAX_HYDROGENS = 4 * MAX_ATOMS, BLOCK = 512, NO_LIMIT = 1 << 29 };

typedef struct {
    int n, units, hydrogens, sign, switch_bits;
    long steps;
    double weight, kT0, k, floor;
    uint32_t s[4];
    int ends[2 * MAX_UNITS], owners[MAX_HYDROGENS];
    int32_t metropolis[BLOCK], oriented[BLOCK], partner[BLOCK], limits[BLOCK];
    double temperatures[BLOCK];
    long invalid, disconnected, rejected, accepted;
} Run;

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void read_run(Run *run) {
    int read = scanf("%d %d %d %d %ld %lf %lf %lf %lf %u %u %u %u", &run->n, &run->units, &run->hydrogens, &run->sign,
                     &run->steps, &run->weight, &run->kT0, &run->k, &run->floor, &run->s[0], &run->s[1], &run->s[2], &run->s[3]);
    if (read != 13 || run->n > MAX_ATOMS || run->units > MAX_UNITS || run->hydrogens > MAX_HYDROGENS) fail("not a run");
    for (int i = 0; i < 2 * run->units; i++) if (scanf("%d", &run->ends[i]) != 1) fail("not a bond");
    for (int i = 0; i < run->hydrogens; i++) if (scanf("%d", &run->owners[i]) != 1) fail("not an owner");
    run->switch_bits = run->hydrogens == 0 ? 0 : 3;
}

static void write_end(const Run *run, double seconds, int wiener, int best) {
    printf("%.6f %ld %ld %ld %ld %d %d %u %u %u %u\n", seconds, run->invalid, run->disconnected, run->rejected, run->accepted,
           wiener, best, run->s[0], run->s[1], run->s[2], run->s[3]);
}

static inline uint32_t next_word(uint32_t *s) {
    uint32_t product = s[1] * 5, result = ((product << 7) | (product >> 25)) * 9, t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >> 21);
    return result;
}

static uint32_t below(uint32_t *s, uint32_t bound) {
    uint64_t product;
    do product = (uint64_t)next_word(s) * bound;
    while ((uint32_t)product < (uint32_t)(-bound) % bound);
    return product >> 32;
}

static inline int is_switch(const Run *run, long t) { return (t & run->switch_bits) == run->switch_bits; }

/* Draws for `steps` steps from t on; once in 10^8 numbers one is refused, and then they are drawn one by one. */
static void draw(Run *run, long t, int steps) {
    uint32_t s[4] = {run->s[0], run->s[1], run->s[2], run->s[3]};
    uint32_t oriented = 2 * run->units, others = run->units - 1, hydrogens = run->hydrogens;
    uint32_t excess = -oriented % oriented, excess_others = others ? -others % others : 0;
    uint32_t excess_hydrogens = hydrogens ? -hydrogens % hydrogens : 0;
    int refused = 0;
    for (int k = 0; k < steps; k++) {
        int switches = is_switch(run, t + k);
        run->metropolis[k] = next_word(s);
        uint64_t product = (uint64_t)next_word(s) * oriented;
        uint64_t partner = (uint64_t)next_word(s) * (switches ? others : hydrogens);
        run->oriented[k] = product >> 32;
        run->partner[k] = partner >> 32;
        refused |= (uint32_t)product < excess || (uint32_t)partner < (switches ? excess_others : excess_hydrogens);
    }
    for (int k = 0; refused && k < steps; k++) {
        if (k == 0) for (int i = 0; i < 4; i++) s[i] = run->s[i];
        run->metropolis[k] = next_word(s);
        run->oriented[k] = below(s, oriented);
        run->partner[k] = below(s, is_switch(run, t + k) ? others : hydrogens);
    }
    for (int i = 0; i < 4; i++) run->s[i] = s[i];
}

static const double LN2_UPPER = 5954088942.0 / 8589934592.0, LN2_LOWER = 1.9082149292705877e-10, LN2 = 0.693148;
static double taylor[14], powers_of_half[1076], first_below[32];

static double exponential(double x) {
    if (x < -745.2) return 0;
    double shifted = x * (1 / LN2_UPPER) + 0.5;
    int k = (int)shifted - (shifted < (int)shifted);
    double r = x - k * LN2_UPPER - k * LN2_LOWER, sum = taylor[0];
    for (int i = 1; i < 14; i++) sum = sum * r + taylor[i];
    return sum * powers_of_half[-k];
}

static void make_tables(void) {
    powers_of_half[0] = 1;
    for (int k = 1; k < 1076; k++) powers_of_half[k] = powers_of_half[k - 1] / 2;
    for (int i = 0; i < 14; i++) {
        double factorial = 1;
        for (int j = 2; j <= 13 - i; j++) factorial *= j;
        taylor[i] = 1 / factorial;
    }
    for (int m = 0; m < 32; m++) {
        double x = 0;
        while (m >= 16 && exponential(-x) > m / 32.0) x += 1.0 / 64;
        first_below[m] = m < 16 ? LN2 : x;
    }
}

static void set_limits(Run *run, long t, int steps) {
    for (int k = 0; k < steps; k++) {
        double kT = run->kT0 * (1 - run->k * ((double)(t + k) / run->steps));
        if (kT < run->floor) kT = run->floor;
        uint32_t drawn = run->metropolis[k];
        int zeros = drawn ? __builtin_clz(drawn) : 32;
        double most = kT * (zeros * LN2 + first_below[drawn ? (drawn << zeros) >> 27 : 0]) / run->weight + 0.001;
        run->temperatures[k] = kT;
        run->limits[k] = most < NO_LIMIT ? (int)most : NO_LIMIT;
    }
}

static int accepts(const Run *run, int k, int from, int to) {
    double dE = run->sign * (run->weight * to - run->weight * from), kT = run->temperatures[k];
    if (dE <= 0) return 1;
    return dE <= 23 * kT && ((uint32_t)run->metropolis[k] + 0.5) / 4294967296.0 < exponential(-dE / kT);
}

static inline int count_bits(uint32_t word) {
    uint32_t twos = word - ((word >> 1) & 0x55555555u);
    uint32_t fours = (twos & 0x33333333u) + ((twos >> 2) & 0x33333333u);
    return (((fours + (fours >> 4)) & 0x0f0f0f0fu) * 0x01010101u) >> 24;
}

static double seconds_of_processor(void) { return (double)clock() / CLOCKS_PER_SEC; }
