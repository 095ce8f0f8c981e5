import type { LitElement, ReactiveController } from 'lit';
import type { ListView } from './list-window.js';
import { drawnRange, scrollTopFor } from './list-window.js';

/**
 * Keeps the drawn part of a long list in step with its scrolling. The host draws the rows of `range`, passes
 * scroll events on, and marks up `.list` (scrolls) around `.rows` (holds the drawn rows between spaces as high as
 * the rows left out).
 */
export class ListWindowController implements ReactiveController {
  readonly #host: LitElement;
  // The row height is that of the style sheet in the usual text size, until a row is measured.
  #view: ListView = { scrollTop: 0, height: 0, rowHeight: 60 };
  #fullHeight = 0;
  #count = 0;
  #target: number | undefined;
  /** Height of what stands above the windowed rows inside the list, in px. */
  #offset = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The rows to draw of `count`, by index. */
  range(count: number): { start: number; end: number } {
    this.#count = count;
    return this.#range;
  }

  /**
   * Says how high the list may grow, in px. A list grows and shrinks with the answers to what is typed: drawing
   * for its full height leaves nothing to be drawn a second time.
   */
  expectHeight(height: number): void {
    this.#fullHeight = height;
  }

  /** Scrolls so that the row is seen, at the next drawing. */
  reveal(index: number): void {
    const height = this.#view.height || this.#fullHeight;
    this.#moveTo(scrollTopFor(index, { ...this.#view, height }));
  }

  /** Back to the first row, at the next drawing: the list shows something else now. */
  rewind(): void {
    this.#moveTo(-this.#offset);
  }

  readonly handleScroll = (event: Event): void => {
    const { scrollTop } = event.target as HTMLElement;
    const before = this.#range;
    this.#view = { ...this.#view, scrollTop: scrollTop - this.#offset };
    const after = this.#range;
    if (after.start !== before.start || after.end !== before.end) this.#host.requestUpdate();
  };

  /** How many rows are seen at once. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#view.height / this.#view.rowHeight) - 1);
  }

  hostUpdated(): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>('.list');
    const rows = list?.querySelector<HTMLElement>('.rows');
    if (!list || !rows) return;
    const { start, end } = this.#range;
    const measured = rows.querySelector<HTMLElement>('.row')?.getBoundingClientRect().height;
    const rowHeight = measured || this.#view.rowHeight;
    rows.style.setProperty('--_before', String(start * rowHeight));
    rows.style.setProperty('--_after', String((this.#count - end) * rowHeight));
    this.#offset = rows.offsetTop;
    if (this.#target !== undefined) {
      list.scrollTop = this.#target + this.#offset;
      this.#target = undefined;
    }
    const height = list.clientHeight;
    if (rowHeight === this.#view.rowHeight && height === this.#view.height) return;
    this.#view = { scrollTop: list.scrollTop - this.#offset, height, rowHeight };
    const now = this.#range;
    if (now.start < start || now.end > end) this.#host.requestUpdate();
  }

  get #range(): { start: number; end: number } {
    const height = Math.max(this.#view.height, this.#fullHeight);
    return drawnRange({ ...this.#view, height }, this.#count);
  }

  #moveTo(scrollTop: number): void {
    this.#target = scrollTop;
    this.#view = { ...this.#view, scrollTop };
  }
}
