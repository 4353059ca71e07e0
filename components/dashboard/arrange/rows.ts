/** A card and how many of the grid's columns it would like. */
export type Wish<Key extends string> = { key: Key; span: number };

/**
 * Fills rows in the order given. The cards of a row that is at least two thirds full are widened in proportion until it
 * is full, so that a hidden card leaves no gap; an emptier row is a person's own choice and stays. No card is narrower
 * than its wish, and none stands outside the columns.
 */
export function gridRows<Key extends string>(wishes: readonly Wish<Key>[], columns: number): Wish<Key>[][] {
  const rows: Wish<Key>[][] = [];
  let free = 0;
  for (const wish of wishes) {
    const span = Math.min(wish.span, columns);
    const row = rows.at(-1);
    if (row && span <= free) row.push({ ...wish, span });
    else {
      rows.push([{ ...wish, span }]);
      free = columns;
    }
    free -= span;
  }
  return rows.map((row) => (3 * widthOf(row) >= 2 * columns ? widened(row, columns) : row));
}

const widthOf = (row: readonly Wish<string>[]) => row.reduce((sum, { span }) => sum + span, 0);

function widened<Key extends string>(row: Wish<Key>[], columns: number): Wish<Key>[] {
  const wished = widthOf(row);
  let given = 0;
  let asked = 0;
  return row.map(({ key, span }) => {
    asked += span;
    const end = Math.round((asked / wished) * columns);
    const widenedSpan = end - given;
    given = end;
    return { key, span: widenedSpan };
  });
}
