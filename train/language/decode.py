"""Best tree and best entity tags; src/resources/ has the same in TypeScript. Here only for measuring while training."""
import numpy as np


def best_tree(scores):
    """Maximum spanning arborescence with one child of the root (Chu and Liu 1965, Edmonds 1967). scores [dependent, head]."""
    n = len(scores)
    scores = scores.astype(np.float64).copy()
    np.fill_diagonal(scores, -np.inf)
    scores[0] = -np.inf
    greedy = np.concatenate([[0], scores[1:].argmax(1)]) if n > 1 else np.zeros(1, int)
    if (greedy[1:] == 0).sum() == 1 and find_cycle(greedy) is None:
        return [int(h) for h in greedy]
    scores[:, 0] -= 1e6
    return [int(h) for h in edmonds(scores)]


def edmonds(scores):
    n = len(scores)
    heads = np.zeros(n, dtype=int)
    heads[1:] = scores[1:].argmax(1)
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = [i for i in range(n) if not inside[i]]
    cycle_score = sum(scores[v, heads[v]] for v in cycle)
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    enter, leave = np.zeros(m, dtype=int), np.zeros(m, dtype=int)
    for a, u in enumerate(outside):
        for b, v in enumerate(outside):
            small[a, b] = scores[u, v]
        best = max(cycle, key=lambda v: scores[u, v])
        small[a, m], leave[a] = scores[u, best], best
        gains = [scores[v, u] - scores[v, heads[v]] for v in cycle]
        k = int(np.argmax(gains))
        small[m, a], enter[a] = cycle_score + gains[k], cycle[k]
    small[0] = -np.inf
    solved = edmonds(small)
    result = heads.copy()
    for a in range(1, m):
        result[outside[a]] = leave[a] if solved[a] == m else outside[solved[a]]
    broken = enter[solved[m]]
    result[broken] = outside[solved[m]]
    return result


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, v = [], start
        while v and not state[v]:
            state[v] = 1
            path.append(v)
            v = heads[v]
        if v and state[v] == 1:
            return path[path.index(v):]
        for u in path:
            state[u] = 2
    return None


def allowed(tags):
    """Which BIOES tag may follow which; and which may start and end a sentence."""
    def follows(a, b):
        if a[0] in "BI":
            return b[0] in "IE" and b[2:] == a[2:]
        return b[0] in "OBS"
    matrix = np.array([[follows(a, b) for b in tags] for a in tags])
    return matrix, np.array([t[0] in "OBS" for t in tags]), np.array([t[0] in "OES" for t in tags])


def viterbi(scores, transitions, start, stop):
    alpha, back = start + scores[0], []
    for row in scores[1:]:
        step = alpha[:, None] + transitions
        back.append(step.argmax(0))
        alpha = step.max(0) + row
    path = [int((alpha + stop).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
