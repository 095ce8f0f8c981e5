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
    this.#resizes = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      // Drawing at once would change the height that is being observed, which browsers report as an error.
      requestAnimationFrame(() => this.#measure(width));
    });
    this.#resizes.observe(this.#host);
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
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
