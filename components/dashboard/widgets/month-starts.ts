/**
 * The weeks that are labelled with their month: the first week of each month, and the very first week unless the next
 * month is so near that the two labels would touch.
 */
export function monthStarts(weekStarts: readonly string[]): boolean[] {
  const month = (week: string | undefined) => week?.slice(0, 7);
  const starts = weekStarts.map((week, index) => month(week) !== month(weekStarts[index - 1]));
  const second = starts.indexOf(true, 1);
  if (second > 0 && second < 3) starts[0] = false;
  return starts;
}
