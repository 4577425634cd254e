/** Which of a row of numbered things are linked with one another. */

export interface UnionFind {
  /** The least member of the thing's group. */
  find(member: number): number;
  join(first: number, second: number): void;
}

/** `count` things, each in a group of its own. */
export function unionFind(count: number): UnionFind {
  const parents = Array.from({ length: count }, (_, index) => index);
  const find = (member: number): number => {
    let root = member;
    while (parents[root] !== root) root = parents[root] as number;
    return root;
  };
  return {
    find,
    join: (first, second) => {
      const [a, b] = [find(first), find(second)];
      parents[Math.max(a, b)] = Math.min(a, b);
    },
  };
}
