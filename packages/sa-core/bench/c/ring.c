/* The algorithm of RingKernel and RingJudge for at most 32 atoms: see there for what it does and why it is right. */
#include "masks.h"
#include "run.h"

enum { PATIENCE = 2 };
enum { ACCEPTED, INVALID, REJECTED, DISCONNECTED };

static Run run;
static Masks masks;
static int n, wiener, asked, is_filled;
static uint8_t orders[WORD * WORD];
static uint16_t D[WORD * WORD];
static int32_t S[WORD];

static void change_order(int x, int y, int by) {
    orders[x * n + y] += by;
    orders[y * n + x] += by;
}

static int table_serves(void) {
    if (is_filled) return 1;
    if (asked++ < PATIENCE) return 0;
    fill_distances(&masks, D, S);
    return is_filled = 1;
}

static int behind(int q, int r) { return (n + S[q] - S[r]) >> 1; }

static int when_branch_moves(int p, int q, int r) {
    int moved = behind(q, r);
    return moved * (S[p] - S[q] - moved * D[p * n + q]);
}

static int when_branches_switch(int a, int b, int e, int f) {
    int d = behind(e, f) - behind(b, a);
    return d * (S[b] - S[e] - d * D[b * n + e]);
}

static int least_fall(int x, int y) {
    int fall = 0;
    for (int i = 0; i < n; i++) {
        int apart = abs(D[x * n + i] - D[y * n + i]);
        if (apart > 1) fall += apart - 1;
    }
    return fall - (D[x * n + y] - 1);
}

static int is_ruled_out_by_fall(int x, int y, int uphill) {
    return uphill < 1 || (table_serves() && least_fall(x, y) > uphill);
}

static int accepts_masks(int uphill, int k) {
    int at_most = run.sign == 1 ? wiener + uphill : NO_LIMIT;
    int proposed = wiener_index(&masks, at_most);
    if (proposed > at_most || run.sign * (proposed - wiener) > uphill || !accepts(&run, k, wiener, proposed)) return 0;
    wiener = proposed;
    is_filled = asked = 0;
    return 1;
}

static int judge_shift(int p, int q, int r, int is_bridge, int k) {
    int parts = orders[q * n + r] == 1, joins = orders[p * n + r] == 0, uphill = run.limits[k];
    if (!parts && !joins) return 1;
    if (is_bridge) {
        if (table_serves() && run.sign * when_branch_moves(p, q, r) > uphill) return 0;
    } else if (parts != joins && joins == (run.sign == -1)) {
        if (joins ? is_ruled_out_by_fall(p, r, uphill) : uphill < 1) return 0;
    }
    if (parts && joins) {
        if (run.sign == 1 && least_after_move(&masks, p, q) - wiener > uphill) return 0;
        move_bond(&masks, p, q, r);
        if (accepts_masks(uphill, k)) return 1;
        move_bond(&masks, q, p, r);
        return 0;
    }
    if (joins) join(&masks, p, r);
    else part(&masks, q, r);
    if (accepts_masks(uphill, k)) return 1;
    if (joins) part(&masks, p, r);
    else join(&masks, q, r);
    return 0;
}

static int shift_hydrogen(int k) {
    int oriented = run.oriented[k], hydrogen = run.partner[k], is_bridge = 0;
    int q = run.ends[oriented], r = run.ends[oriented ^ 1], p = run.owners[hydrogen];
    if (p == q || p == r) return INVALID;
    if (orders[q * n + r] == 1) {
        if (run.sign == 1 && least_after_shift(&masks, p, q, r) - wiener > run.limits[k]) return REJECTED;
        is_bridge = !are_joined_otherwise(&masks, q, r);
        if (is_bridge && !is_on_first_side(&masks, p)) {
            int swap = q;
            q = r;
            r = swap;
        }
    }
    if (!judge_shift(p, q, r, is_bridge, k)) return REJECTED;
    change_order(q, r, -1);
    change_order(p, r, 1);
    run.ends[oriented & ~1] = p;
    run.ends[oriented | 1] = r;
    run.owners[hydrogen] = q;
    return ACCEPTED;
}

static int judge_switch(int q, int r, int s, int u, int bridges, int k) {
    int parts_qr = orders[q * n + r] == 1, parts_su = orders[s * n + u] == 1;
    int joins_qs = orders[q * n + s] == 0, joins_ru = orders[r * n + u] == 0, uphill = run.limits[k];
    if (!(parts_qr || parts_su || joins_qs || joins_ru)) return ACCEPTED;
    if (bridges == 2 && table_serves() && run.sign * when_branches_switch(q, r, s, u) > uphill) return REJECTED;
    if (run.sign == -1 && !parts_qr && !parts_su) {
        if (is_ruled_out_by_fall(joins_qs ? q : r, joins_qs ? s : u, uphill)) return REJECTED;
    }
    if (parts_qr) part(&masks, q, r);
    if (parts_su) part(&masks, s, u);
    if (joins_qs) join(&masks, q, s);
    if (joins_ru) join(&masks, r, u);
    int is_connected = !parts_qr || !parts_su || bridges > 0 || are_joined_otherwise(&masks, q, r);
    if (is_connected && accepts_masks(uphill, k)) return ACCEPTED;
    if (joins_ru) part(&masks, r, u);
    if (joins_qs) part(&masks, q, s);
    if (parts_su) join(&masks, s, u);
    if (parts_qr) join(&masks, q, r);
    return is_connected ? REJECTED : DISCONNECTED;
}

static int switch_bonds(int k) {
    int first = run.oriented[k] & ~1, other = run.partner[k], bridges = 0;
    int second = 2 * (other + (other >= first >> 1));
    int q = run.ends[run.oriented[k]], r = run.ends[run.oriented[k] ^ 1], s = run.ends[second], u = run.ends[second + 1];
    if (orders[q * n + r] == 1 && orders[s * n + u] == 1) {
        int first_is_bridge = !are_joined_otherwise(&masks, q, r), inner_is_q = is_on_first_side(&masks, s);
        int second_is_bridge = !are_joined_otherwise(&masks, s, u), inner_is_u = !is_on_first_side(&masks, q);
        bridges = first_is_bridge + second_is_bridge;
        int swap = q;
        if (bridges == 2 && inner_is_q) q = r, r = swap;
        swap = s;
        if (bridges == 2 && inner_is_u) s = u, u = swap;
    }
    if (q == u || r == s || q == s || r == u) return INVALID;
    if (orders[q * n + s] == 3 || orders[r * n + u] == 3) return INVALID;
    int verdict = judge_switch(q, r, s, u, bridges, k);
    if (verdict != ACCEPTED) return verdict;
    change_order(q, r, -1);
    change_order(s, u, -1);
    change_order(q, s, 1);
    change_order(r, u, 1);
    run.ends[first] = q;
    run.ends[first + 1] = s;
    run.ends[second] = r;
    run.ends[second + 1] = u;
    return ACCEPTED;
}

int main(void) {
    read_run(&run);
    make_tables();
    n = run.n;
    if (n > WORD) fail("more than 32 atoms");
    clear_masks(&masks, n);
    for (int i = 0; i < 2 * run.units; i += 2) {
        if (orders[run.ends[i] * n + run.ends[i + 1]] == 0) join(&masks, run.ends[i], run.ends[i + 1]);
        change_order(run.ends[i], run.ends[i + 1], 1);
    }
    wiener = wiener_index(&masks, NO_LIMIT);
    int best = wiener;
    long counts[4] = {0};
    double begin = seconds_of_processor();
    for (long t = 0; t < run.steps; t += BLOCK) {
        int steps = run.steps - t < BLOCK ? (int)(run.steps - t) : BLOCK;
        draw(&run, t, steps);
        set_limits(&run, t, steps);
        for (int k = 0; k < steps; k++) {
            int outcome = is_switch(&run, t + k) ? switch_bonds(k) : shift_hydrogen(k);
            counts[outcome]++;
            if (outcome == ACCEPTED && run.sign * (wiener - best) < 0) best = wiener;
        }
    }
    double seconds = seconds_of_processor() - begin;
    run.accepted = counts[ACCEPTED];
    run.invalid = counts[INVALID];
    run.rejected = counts[REJECTED];
    run.disconnected = counts[DISCONNECTED];
    write_end(&run, seconds, wiener, best);
    return 0;
}
