import type { LitElement, ReactiveController } from 'lit';

/** From this width of the calendar on, a month is shown as a grid unless the page asks otherwise; in px. */
const monthWidth = 600;

/** What the calendar is drawn on: how wide it is, and whether on paper. */
export class LayoutController implements ReactiveController {
  readonly #host: LitElement;
  #isWide = false;
  #isPrinting = false;
  #resizes: ResizeObserver | undefined;
  #ending: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Wide enough for a month with names in it. */
  get isWide(): boolean {
    return this.#isWide;
  }

  /** The page is being printed: paper has room for every session and no buttons. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  hostConnected(): void {
    this.#measure(this.#host.getBoundingClientRect().width);
    // Coming back draws nothing by itself, and the width is watched from the drawing on.
    this.#host.requestUpdate();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostUpdated(): void {
    if (this.#resizes) return;
    // The gauge has a width and no height: the calendar's own changes with every drawing, and an observer that
    // meets its own consequences within one frame makes browsers report an error to the page.
    const gauge = this.#host.renderRoot.querySelector('.gauge');
    if (!gauge) return;
    this.#resizes = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      requestAnimationFrame(() => this.#measure(width));
    });
    this.#resizes.observe(gauge);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    this.#resizes = undefined;
    this.#ending?.abort();
  }

  #measure(width: number): void {
    const isWide = width >= monthWidth;
    if (isWide === this.#isWide) return;
    this.#isWide = isWide;
    this.#host.requestUpdate();
  }

  #print(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.#host.requestUpdate();
    // The page is taken as soon as this listener returns.
    if (this.#host.hasUpdated) (this.#host as unknown as { performUpdate(): void }).performUpdate();
  }
}
