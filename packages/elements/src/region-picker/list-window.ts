/** Which part of a long list is drawn. All lengths in px; every row has the same height. */
export interface ListView {
  /** How far the list is scrolled. */
  readonly scrollTop: number;
  /** Height of the visible part. */
  readonly height: number;
  readonly rowHeight: number;
}

/** Rows drawn beyond each edge once someone scrolls, so that a short scroll shows no gap before the next drawing. */
const spare = 4;
/** Rows drawn below the edge before: people who type read the top, and every row that nobody sees delays a key. */
const spareAtTop = 1;

/** The rows to draw, from `start` up to but not including `end`. */
export function drawnRange(view: ListView, count: number): { start: number; end: number } {
  const first = Math.floor(view.scrollTop / view.rowHeight);
  const visible = Math.ceil(view.height / view.rowHeight);
  const start = Math.max(0, Math.min(first - spare, count - visible - spare));
  const ahead = view.scrollTop > 0 ? spare : spareAtTop;
  return { start, end: Math.min(count, Math.max(first, 0) + visible + ahead) };
}

/** How far the list must be scrolled for the row to be seen whole; as it is, where it is seen already. */
export function scrollTopFor(index: number, view: ListView): number {
  const top = index * view.rowHeight;
  const bottom = top + view.rowHeight;
  if (top < view.scrollTop) return top;
  return bottom > view.scrollTop + view.height ? bottom - view.height : view.scrollTop;
}
