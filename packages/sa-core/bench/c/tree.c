/* The algorithm of TreeKernel and TreeCodes: see there for what it does and why it is right. */
#include "run.h"

enum { INVALID = 0x7fffffff };

static Run run;
static int n, words, wiener;
static int32_t codes[MAX_ATOMS / 32 * MAX_ATOMS], S[MAX_ATOMS], moved[MAX_ATOMS];

static int distance(int x, int y) {
    int bonds = 0;
    for (int at = 0; at < words * n; at += n) bonds += count_bits(codes[at + x] ^ codes[at + y]);
    return bonds;
}

static int are_parted(int u, int x, int y) {
    int row = (u >> 5) * n;
    return (uint32_t)(codes[row + x] ^ codes[row + y]) >> (u & 31) & 1;
}

static void place_atoms(void) {
    int queue[MAX_ATOMS] = {0}, placed[MAX_ATOMS] = {1}, count = 1;
    words = n < 2 ? 1 : (n + 30) / 32;
    for (int head = 0; head < count; head++) {
        for (int end = 0; end < 2 * run.units; end++) {
            int y = run.ends[end ^ 1], u = end >> 1;
            if (run.ends[end] != queue[head] || placed[y]) continue;
            for (int at = 0; at < words * n; at += n) codes[at + y] = codes[at + queue[head]];
            codes[(u >> 5) * n + y] ^= 1u << (u & 31);
            placed[y] = 1;
            queue[count++] = y;
        }
    }
    for (int x = 0; x < n; x++) for (int y = 0; y < n; y++) S[x] += distance(x, y);
    for (int x = 0; x < n; x++) wiener += S[x];
    wiener /= 2;
}

static inline int invalid_at(int distance) { return ((distance - 1) >> 31) & INVALID; }

static inline int change_by_shift(int u, int x, int y, int p) {
    int is_near_y = are_parted(u, x, p), apart = distance(x, p) - is_near_y;
    int difference = (S[x] - S[y]) * (1 - 2 * is_near_y);
    int sum_q = (S[x] + S[y] + difference) >> 1, R = (n + difference) >> 1;
    return run.sign * R * (S[p] - sum_q - R * apart) | invalid_at(apart);
}

static inline int change_by_switch(int u, int x, int y, int v, int s, int t) {
    int is_inner_y = are_parted(u, x, s), is_inner_t = are_parted(v, x, s);
    int apart = distance(x, s) - is_inner_y - is_inner_t;
    int difference_b = (S[x] - S[y]) * (1 - 2 * is_inner_y), difference_e = (S[s] - S[t]) * (1 - 2 * is_inner_t);
    int sum_b = (S[x] + S[y] + difference_b) >> 1, sum_e = (S[s] + S[t] + difference_e) >> 1;
    int d = (difference_e - difference_b) >> 1;
    return run.sign * d * (sum_b - sum_e - d * apart) | invalid_at(apart);
}

static void exchange_branches(int b, int e, int d, int u, int a, int v, int f, int second) {
    int length = distance(b, e), sum = S[e] - S[b] - d * length, correction = sum - d * length;
    int row_u = (u >> 5) * n, row_v = (v >> 5) * n;
    int32_t code_a = codes[row_u + a], code_f = codes[row_v + f], code_e = codes[e], path = codes[b] ^ code_e;
    for (int x = 0; x < n; x++) {
        int32_t code = codes[x];
        int is_of_a = ~((codes[row_u + x] ^ code_a) >> (u & 31)) & 1;
        int is_of_f = ~((codes[row_v + x] ^ code_f) >> (v & 31)) & second;
        S[x] += d * (2 * count_bits((code ^ code_e) & path) - length) + (is_of_a - is_of_f) * correction;
        moved[x] = -(is_of_a | is_of_f);
        codes[x] = code ^ (path & moved[x]);
    }
    for (int at = n; at < words * n; at += n) {
        code_e = codes[at + e];
        path = codes[at + b] ^ code_e;
        for (int x = 0; path != 0 && x < n; x++) {
            int32_t code = codes[at + x];
            S[x] += 2 * d * count_bits((code ^ code_e) & path);
            codes[at + x] = code ^ (path & moved[x]);
        }
    }
    wiener += d * sum;
}

static int second_unit(int oriented, int drawn) { return drawn + (drawn >= oriented >> 1); }

static void shift_hydrogen(int k) {
    int oriented = run.oriented[k], hydrogen = run.partner[k], u = oriented >> 1, p = run.owners[hydrogen];
    int inner = oriented ^ are_parted(u, run.ends[oriented], p), q = run.ends[inner], r = run.ends[inner ^ 1];
    run.ends[2 * u] = p;
    run.ends[2 * u + 1] = r;
    run.owners[hydrogen] = q;
    exchange_branches(q, p, (n + S[q] - S[r]) >> 1, u, r, u, q, 0);
}

static void switch_bonds(int k) {
    int u = run.oriented[k] >> 1, v = second_unit(run.oriented[k], run.partner[k]);
    int x = run.ends[2 * u], s = run.ends[2 * v];
    int inner_u = (2 * u) ^ are_parted(u, x, s), inner_v = (2 * v) ^ are_parted(v, x, s);
    int b = run.ends[inner_u], a = run.ends[inner_u ^ 1], e = run.ends[inner_v], f = run.ends[inner_v ^ 1];
    run.ends[2 * u] = a;
    run.ends[2 * u + 1] = e;
    run.ends[2 * v] = b;
    run.ends[2 * v + 1] = f;
    exchange_branches(b, e, (S[b] - S[a] - S[e] + S[f]) >> 1, u, a, v, f, 1);
}

int main(void) {
    read_run(&run);
    make_tables();
    n = run.n;
    place_atoms();
    int best = wiener;
    double begin = seconds_of_processor();
    for (long t = 0; t < run.steps; t += BLOCK) {
        int steps = run.steps - t < BLOCK ? (int)(run.steps - t) : BLOCK;
        draw(&run, t, steps);
        set_limits(&run, t, steps);
        for (int k = 0; k < steps; k++) {
            int oriented = run.oriented[k], drawn = run.partner[k], switches = is_switch(&run, t + k);
            int x = run.ends[oriented], y = run.ends[oriented ^ 1], v = second_unit(oriented, drawn);
            int uphill = switches ? change_by_switch(oriented >> 1, x, y, v, run.ends[2 * v], run.ends[2 * v + 1])
                                  : change_by_shift(oriented >> 1, x, y, run.owners[drawn]);
            if (uphill > run.limits[k] || (uphill > 0 && !accepts(&run, k, wiener, wiener + run.sign * uphill))) {
                if (uphill == INVALID) run.invalid++;
                else run.rejected++;
                continue;
            }
            if (switches) switch_bonds(k);
            else shift_hydrogen(k);
            run.accepted++;
            if (run.sign * (wiener - best) < 0) best = wiener;
        }
    }
    write_end(&run, seconds_of_processor() - begin, wiener, best);
    return 0;
}
