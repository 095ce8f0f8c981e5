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
    return drawnRange(this.#view, count);
  }

  /** Prepares for a list about this high, in px, so that its first drawing is not followed by another. */
  expectHeight(height: number): void {
    this.#view = { ...this.#view, height };
  }

  /** Scrolls so that the row is seen, at the next drawing. */
  reveal(index: number): void {
    this.#moveTo(scrollTopFor(index, this.#view));
  }

  /** Back to the first row, at the next drawing: the list shows something else now. */
  rewind(): void {
    this.#moveTo(-this.#offset);
  }

  readonly handleScroll = (event: Event): void => {
    const { scrollTop } = event.target as HTMLElement;
    const before = drawnRange(this.#view, this.#count);
    this.#view = { ...this.#view, scrollTop: scrollTop - this.#offset };
    const after = drawnRange(this.#view, this.#count);
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
    const { start, end } = drawnRange(this.#view, this.#count);
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
    const now = drawnRange(this.#view, this.#count);
    if (now.start < start || now.end > end) this.#host.requestUpdate();
  }

  #moveTo(scrollTop: number): void {
    this.#target = scrollTop;
    this.#view = { ...this.#view, scrollTop };
  }
}
