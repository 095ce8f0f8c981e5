import type { CSSResultOrNative, LitElement } from 'lit';
import { adoptStyles, supportsAdoptingStyleSheets } from 'lit';

/** A part of an element that is loaded when someone is about to need it. */
export class LazyModule<Part> {
  readonly #host: LitElement;
  readonly #load: () => Promise<Part>;
  #loading: Promise<Part | undefined> | undefined;
  #part: Part | undefined;
  #failed = false;

  /** `load` imports the part and makes it; it is called again only after it rejected. */
  constructor(host: LitElement, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Undefined until loaded. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** True when {@link need} could not load it. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Loads ahead of need. An error is not reported. */
  prepare(): void {
    void this.#fetch();
  }

  /** Loads it unless it is loading, loaded or {@link failed}. Every update may call this. */
  ask(): void {
    if (!this.#loading && !this.#failed) void this.need();
  }

  /** The part, loaded now if it is not yet; undefined when it cannot be loaded, which {@link failed} then says. */
  async need(): Promise<Part | undefined> {
    this.#failed = false;
    // Loading ahead may be failing just now, on a line that is back a moment later.
    const part = (await this.#fetch()) ?? (await this.#fetch());
    this.#failed = part === undefined;
    this.#host.requestUpdate();
    return part;
  }

  #fetch(): Promise<Part | undefined> {
    this.#loading ??= this.#load().then(
      (part) => {
        this.#part = part;
        this.#host.requestUpdate();
        return part;
      },
      () => {
        this.#loading = undefined;
        return undefined;
      },
    );
    return this.#loading;
  }
}

/** Adds the style sheets of a part to those its element has; what another part brought is there once. */
export function addStyles(host: LitElement, styles: readonly CSSResultOrNative[]): void {
  const root = host.renderRoot as ShadowRoot;
  if (!supportsAdoptingStyleSheets) {
    adoptStyles(root, [...styles]);
    return;
  }
  const sheets = styles.map((style) =>
    style instanceof CSSStyleSheet ? style : style.styleSheet!,
  );
  const known = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...known, ...sheets.filter((sheet) => !known.includes(sheet))];
}
