import type { LitElement, ReactiveController } from 'lit';
import { zoomOf } from './css-zoom.js';

/**
 * Whether an element has less room than it needs for its full layout: the room it is given, not the window's, and counted
 * in its own text size, as its style sheets count. Larger text needs more room.
 */
export class WidthController implements ReactiveController {
  readonly #host: LitElement;
  readonly #enough: number;
  #isNarrow = false;
  #gauge: HTMLElement | undefined;
  #resizes: ResizeObserver | undefined;

  /** Draws the host again whenever its width passes `enough` em. */
  constructor(host: LitElement, enough: number) {
    this.#host = host;
    this.#enough = enough;
    host.addController(this);
  }

  get isNarrow(): boolean {
    return this.#isNarrow;
  }

  hostConnected(): void {
    this.#measure(this.#host.getBoundingClientRect().width / zoomOf(this.#host));
    this.#watch();
  }

  hostUpdated(): void {
    if (this.#gauge || !this.#host.isConnected) return;
    // It has the host's width and no height. The host's own height changes with every drawing, and an observer that
    // meets its own consequences within one frame makes browsers report an error to the page.
    this.#gauge = document.createElement('div');
    this.#host.renderRoot.prepend(this.#gauge);
    this.#watch();
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
  }

  #watch(): void {
    if (!this.#gauge) return;
    this.#resizes = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      requestAnimationFrame(() => this.#measure(width));
    });
    this.#resizes.observe(this.#gauge);
  }

  #measure(width: number): void {
    // The element is not displayed, so it has no width.
    if (width === 0) return;
    const { fontSize } = getComputedStyle(
      this.#host.renderRoot?.querySelector('.root') ?? this.#host,
    );
    // Before the first drawing it is the page's text size that is known; ours is never below 16 px.
    const isNarrow = width < this.#enough * Math.max(parseFloat(fontSize), 16);
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#host.requestUpdate();
  }
}
