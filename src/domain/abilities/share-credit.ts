// How a change is shared among the pieces that made it together: by Shapley value, each piece's own
// change averaged over every order in which the pieces could have come.

/** Up to so many pieces the Shapley value is exact; above, the weakest stand in one group. */
export const MOST_GROUPS = 8;

export interface Credit<Piece> {
  readonly piece: Piece;
  /** In the unit of the change; all of them sum to the change that the pieces make together. */
  readonly part: number;
}

/**
 * Returns each piece's part of the change that all of them make, in the order given. With more than
 * MOST_GROUPS pieces the seven that do most alone stand for themselves; the others share one group's
 * part in proportion to what each does alone. `changeOf` gives 0 for no pieces.
 */
export function shareCredit<Piece>(
  pieces: readonly Piece[],
  changeOf: (pieces: readonly Piece[]) => number,
): readonly Credit<Piece>[] {
  if (pieces.length <= MOST_GROUPS) {
    const parts = shapleyValues(
      pieces.map((piece) => [piece]),
      changeOf,
    );
    return pieces.map((piece, i) => ({ piece, part: parts[i] ?? 0 }));
  }
  const alone = new Map(pieces.map((piece) => [piece, Math.abs(changeOf([piece]))]));
  const aloneOf = (piece: Piece) => alone.get(piece) ?? 0;
  const byStrength = pieces.toSorted((a, b) => aloneOf(b) - aloneOf(a));
  const strong = byStrength.slice(0, MOST_GROUPS - 1);
  const weak = byStrength.slice(MOST_GROUPS - 1);
  const parts = shapleyValues([...strong.map((piece) => [piece]), weak], changeOf);
  const weakSum = weak.reduce((sum, piece) => sum + aloneOf(piece), 0);
  return pieces.map((piece) => {
    const place = strong.indexOf(piece);
    if (place >= 0) return { piece, part: parts[place] ?? 0 };
    const share = weakSum > 0 ? aloneOf(piece) / weakSum : 1 / weak.length;
    return { piece, part: (parts[strong.length] ?? 0) * share };
  });
}

function shapleyValues<Piece>(
  groups: readonly (readonly Piece[])[],
  changeOf: (pieces: readonly Piece[]) => number,
): readonly number[] {
  const count = groups.length;
  const changes = Array.from({ length: 2 ** count }, (_, set) =>
    changeOf(groups.flatMap((group, i) => ((set >> i) & 1 ? group : []))),
  );
  return groups.map((_, i) => {
    let value = 0;
    for (let set = 0; set < changes.length; set++) {
      if ((set >> i) & 1) continue;
      const gain = (changes[set | (1 << i)] ?? 0) - (changes[set] ?? 0);
      value += gain * orderShare(count, bitCount(set));
    }
    return value;
  });
}

/** Share of all orders in which exactly this set comes before the group: s! (n − s − 1)! / n!. */
function orderShare(count: number, before: number): number {
  let share = 1 / count;
  for (let i = 1; i <= before; i++) share *= i / (count - i);
  return share;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
