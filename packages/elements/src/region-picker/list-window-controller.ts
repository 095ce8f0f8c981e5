import type { LitElement, ReactiveController } from 'lit';
import { zoomOf } from '../foundation/page/css-zoom.js';
import type { ListView } from './list-window.js';
import { drawnRange, scrollTopFor } from './list-window.js';

/**
 * Keeps the drawn part of a long list in step with its scrolling. The host draws the rows of `range`, passes
 * scroll events on, and marks up `.list` (scrolls) around `.rows` (holds the drawn rows between spaces as high as
 * the rows left out).
 *
 * Asking the browser for a size makes it lay the page out at once, which costs more than drawing the rows: sizes are
 * asked for once at each opening, and when someone moves with keys.
 */
export class ListWindowController implements ReactiveController {
  readonly #host: LitElement;
  // The height of the style sheet in the usual text size, until a row is measured.
  #rowHeight = 60;
  /** How high the list may grow, in px. */
  #fullHeight = 0;
  #isMeasured = false;
  #count = 0;
  /** Height of what stands above the windowed rows inside the list, in px. */
  #offset = 0;
  /** The row to be seen, until someone scrolls or the list shows something else. */
  #revealed: number | undefined;
  /** Where the list is scrolled to, counted from the first windowed row. */
  #scrollTop = 0;
  /** Where the browser last had it scrolled to. */
  #knownScrollTop = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Begins with a list that has just opened and may grow as high as this, in px. */
  begin(fullHeight: number): void {
    this.#fullHeight = fullHeight;
    this.#isMeasured = false;
    this.#knownScrollTop = 0;
  }

  /** The rows to draw of `count`, by index. */
  range(count: number): { start: number; end: number } {
    this.#count = count;
    return drawnRange(this.#viewOf(this.#fullHeight), count);
  }

  /** How many rows are seen at once, less one that stays in sight. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#visibleHeight / this.#rowHeight) - 1);
  }

  /** Scrolls so that the row is seen, at the next drawing. */
  reveal(index: number): void {
    this.#revealed = index;
    this.#scrollTop = scrollTopFor(index, this.#viewOf(this.#visibleHeight));
  }

  /** Back to the top, at the next drawing: the list shows something else now. */
  rewind(): void {
    this.#revealed = undefined;
    this.#scrollTop = -this.#offset;
  }

  readonly handleScroll = (event: Event): void => {
    const before = this.range(this.#count);
    this.#revealed = undefined;
    this.#knownScrollTop = (event.target as HTMLElement).scrollTop;
    this.#scrollTop = this.#knownScrollTop - this.#offset;
    const after = this.range(this.#count);
    if (after.start !== before.start || after.end !== before.end) this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const list = this.#list;
    const rows = list?.querySelector<HTMLElement>('.rows');
    if (!list || !rows) return;
    const drawn = this.range(this.#count);
    const isAtTop = this.#scrollTop === -this.#offset;
    this.#offset = rows.previousElementSibling ? rows.offsetTop : 0;
    if (isAtTop) this.rewind();
    this.#measure(rows);
    // Not by a custom property: every element in every row would inherit it, and be styled again.
    const { start, end } = this.range(this.#count);
    const after = this.#count - end;
    rows.style.paddingBlock = `${start * this.#rowHeight}px ${after * this.#rowHeight}px`;
    // Drawn by the usual height of a row, which was not this one's.
    if (start !== drawn.start || end !== drawn.end) this.#host.requestUpdate();
    const scrollTop = this.#scrollTop + this.#offset;
    if (scrollTop === this.#knownScrollTop) return;
    list.scrollTop = scrollTop;
    this.#knownScrollTop = scrollTop;
  }

  /** Takes the size of a row, once, and finds the row to be seen by it. */
  #measure(rows: HTMLElement): void {
    const first = rows.querySelector('.row');
    const height = first ? first.getBoundingClientRect().height / zoomOf(first) : 0;
    if (this.#isMeasured || height === 0) return;
    this.#isMeasured = true;
    this.#rowHeight = height;
    if (this.#revealed !== undefined) this.reveal(this.#revealed);
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.list');
  }

  get #visibleHeight(): number {
    return this.#list?.clientHeight || this.#fullHeight;
  }

  #viewOf(height: number): ListView {
    return { scrollTop: this.#scrollTop, height, rowHeight: this.#rowHeight };
  }
}
