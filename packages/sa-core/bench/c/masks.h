/* NarrowBondMasks: the bonds between at most 32 atoms as sets of atoms, each the bits of a word. */
#include <stdint.h>

enum { WORD = 32 };
#define EACH_BYTE 0x01010101u

typedef struct {
    int n, bonds, paths_of_two;
    uint32_t reached;
    /* With an odd number of atoms there is one more, which stands in for the last of a pair. */
    uint32_t bonded[WORD], places[WORD], within[2][WORD];
    int32_t degrees[WORD];
} Masks;

static inline void replace(Masks *m, int x, uint32_t from, uint32_t to) {
    uint32_t zero_where_from = m->places[x] ^ from * EACH_BYTE;
    uint32_t tops = (zero_where_from - EACH_BYTE) & ~zero_where_from & (EACH_BYTE << 7);
    m->places[x] ^= (from ^ to) * ((tops & -tops) >> 7);
}

static inline void join(Masks *m, int x, int y) {
    m->bonded[x] |= 1u << y;
    m->bonded[y] |= 1u << x;
    replace(m, x, x, y);
    replace(m, y, y, x);
    m->paths_of_two += m->degrees[x]++ + m->degrees[y]++;
    m->bonds++;
}

static inline void part(Masks *m, int x, int y) {
    m->bonded[x] &= ~(1u << y);
    m->bonded[y] &= ~(1u << x);
    replace(m, x, y, x);
    replace(m, y, x, y);
    m->paths_of_two -= --m->degrees[x] + --m->degrees[y];
    m->bonds--;
}

static inline void move_bond(Masks *m, int p, int q, int r) {
    m->bonded[r] ^= 1u << q | 1u << p;
    m->bonded[q] ^= 1u << r;
    m->bonded[p] ^= 1u << r;
    replace(m, r, q, p);
    replace(m, q, r, q);
    replace(m, p, p, r);
    m->paths_of_two += m->degrees[p]++ - --m->degrees[q];
}

static inline void clear_masks(Masks *m, int n) {
    *m = (Masks){.n = n};
    for (int x = 0; x < n; x++) {
        m->bonded[x] = 1u << x;
        m->places[x] = x * EACH_BYTE;
    }
    if (n % 2 == 1) {
        m->bonded[n] = ~0u;
        m->places[n] = n * EACH_BYTE;
    }
}

static inline int least_of_paths(const Masks *m, int paths) {
    return 3 * (m->n * (m->n - 1) / 2) - 2 * m->bonds - paths;
}

static inline int least_after_move(const Masks *m, int p, int q) {
    return least_of_paths(m, m->paths_of_two + m->degrees[p] - m->degrees[q] + 1);
}

static inline int least_after_shift(const Masks *m, int p, int q, int r) {
    int least = m->degrees[q] < m->degrees[r] ? m->degrees[q] : m->degrees[r];
    return least_of_paths(m, m->paths_of_two + m->degrees[p] - least + 1);
}

static inline int are_joined_otherwise(Masks *m, int q, int r) {
    uint32_t reached = m->bonded[q] & ~(1u << r), frontier = reached & ~(1u << q);
    while (frontier != 0) {
        int last = 31 - __builtin_clz(frontier);
        uint32_t found = m->bonded[last] & ~reached;
        frontier = (frontier ^ 1u << last) | found;
        reached |= found;
        if (reached >> r & 1) return 1;
    }
    m->reached = reached;
    return 0;
}

static inline int is_on_first_side(const Masks *m, int x) { return m->reached >> x & 1; }

static inline uint32_t bits_of_nibbles(uint32_t set) {
    uint32_t twos = set - ((set >> 1) & 0x55555555u);
    return (twos & 0x33333333u) + ((twos >> 2) & 0x33333333u);
}

static inline uint32_t grown(const Masks *m, const uint32_t *from, int x) {
    uint32_t places = m->places[x];
    return from[places & 31] | from[places >> 8 & 31] | from[places >> 16 & 31] | from[places >> 24];
}

static inline int wiener_index(Masks *m, int at_most) {
    int n = m->n, pairs = n * (n - 1) / 2, out_of_reach = pairs - m->bonds, sum = pairs + out_of_reach, to = 0;
    uint32_t all = ~0u >> (WORD - n);
    const uint32_t *from = m->bonded;
    if (sum + out_of_reach - m->paths_of_two > at_most) return sum + out_of_reach - m->paths_of_two;
    while (out_of_reach != 0 && sum <= at_most) {
        uint32_t ones = 0;
        for (int x = 0; x < n; x += 2) {
            uint32_t set = grown(m, from, x), next = grown(m, from, x + 1);
            m->within[to][x] = set;
            m->within[to][x + 1] = next;
            uint32_t fields = bits_of_nibbles(~set & all) + bits_of_nibbles(~next & all);
            ones += (fields & 0x0f0f0f0fu) + (fields >> 4 & 0x0f0f0f0fu);
        }
        out_of_reach = (int)((ones & 255) + (ones >> 8 & 255) + (ones >> 16 & 255) + (ones >> 24)) >> 1;
        sum += out_of_reach;
        from = m->within[to];
        to ^= 1;
    }
    return sum;
}

static inline void fill_distances(const Masks *m, uint16_t *distances, int32_t *sums) {
    for (int source = 0; source < m->n; source++) {
        uint32_t unreached = ~(1u << source), frontier = m->bonded[source] & unreached;
        int sum = 0;
        distances[source * m->n + source] = 0;
        for (int distance = 1; frontier != 0; distance++) {
            uint32_t next = 0;
            unreached &= ~frontier;
            for (; frontier != 0; sum += distance) {
                int last = 31 - __builtin_clz(frontier);
                frontier ^= 1u << last;
                next |= m->bonded[last];
                distances[source * m->n + last] = distance;
            }
            frontier = next & unreached;
        }
        sums[source] = sum;
    }
}
