/** A card and how many of the grid's columns it would like. */
export type Wish<Key extends string> = { key: Key; span: number };

/**
 * Fills rows in the order given and widens the cards of each row in proportion until the row is full, so that a hidden
 * card leaves no gap. The spans of each row add up to `columns`; no card is narrower than its wish.
 */
export function gridRows<Key extends string>(wishes: Wish<Key>[], columns: number): Wish<Key>[] {
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
  return rows.flatMap((row) => widened(row, columns));
}

function widened<Key extends string>(row: Wish<Key>[], columns: number): Wish<Key>[] {
  const wished = row.reduce((sum, { span }) => sum + span, 0);
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
