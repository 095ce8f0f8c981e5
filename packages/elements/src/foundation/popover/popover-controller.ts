import type { LitElement, ReactiveController } from 'lit';
import { zoomOf } from '../page/css-zoom.js';
import { prepareFloating } from './prepare-floating.js';
import type { PopoverMode } from './sheet-query.js';
import { preferredPopoverMode } from './sheet-query.js';

/** What a popup needs from the element that draws it. */
export interface PopoverOptions {
  /** The field that the popup belongs to. */
  readonly anchor: () => HTMLElement | null;
  /** What the host draws while {@link PopoverController.isOpen}: `<div popover="manual">`, or `<dialog>` for a sheet. */
  readonly panel: () => HTMLElement | null;
  /** The person pressed outside, or went back. The host decides what that means and calls `close()`. */
  readonly onDismiss: () => void;
}

/**
 * One popup in the top layer, above any header of the page and never clipped by a parent. The host draws the
 * panel while `isOpen`; the controller shows it, keeps it in place and reports a press outside.
 */
export class PopoverController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: PopoverOptions;
  #isOpen = false;
  #mode: PopoverMode = 'anchored';
  #shown: HTMLElement | null = null;
  #ending: AbortController | undefined;

  constructor(host: LitElement, options: PopoverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Fixed while open, so that turning the phone does not throw away what was typed. */
  get mode(): PopoverMode {
    return this.#isOpen ? this.#mode : preferredPopoverMode();
  }

  open(): void {
    if (this.#isOpen) return;
    this.#mode = this.mode;
    this.#isOpen = true;
    this.#host.requestUpdate();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#hide();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const panel = this.#isOpen ? this.#options.panel() : null;
    if (panel === this.#shown) return;
    this.#hide();
    if (panel) this.#show(panel);
  }

  hostDisconnected(): void {
    this.close();
  }

  #show(panel: HTMLElement): void {
    this.#shown = panel;
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    if (panel instanceof HTMLDialogElement) this.#showSheet(panel, signal);
    else this.#showAnchored(panel, signal);
  }

  #hide(): void {
    this.#ending?.abort();
    const panel = this.#shown;
    this.#shown = null;
    if (!panel?.isConnected) return;
    if (panel instanceof HTMLDialogElement) panel.close();
    else panel.hidePopover();
  }

  #showSheet(panel: HTMLDialogElement, signal: AbortSignal): void {
    panel.showModal();
    // The on-screen keyboard covers the page without resizing it: the sheet ends where the visible part ends.
    const viewport = window.visualViewport;
    const fit = () => {
      if (!viewport) return;
      const covered = innerHeight - viewport.height - viewport.offsetTop;
      const zoom = zoomOf(panel);
      panel.style.insetBlockEnd = `${Math.max(0, covered) / zoom}px`;
      panel.style.maxBlockSize = `${(viewport.height - 16) / zoom}px`;
    };
    fit();
    viewport?.addEventListener('resize', fit, { signal });
    viewport?.addEventListener('scroll', fit, { signal });
    panel.addEventListener(
      'cancel',
      (event) => {
        if (event.target !== panel) return;
        event.preventDefault();
        this.#options.onDismiss();
      },
      { signal },
    );
    panel.addEventListener(
      'click',
      (event) => {
        // Only the backdrop is the dialog itself; its content has a wrapper.
        if (event.target === panel) this.#options.onDismiss();
      },
      { signal },
    );
  }

  #showAnchored(panel: HTMLElement, signal: AbortSignal): void {
    const anchor = this.#options.anchor();
    if (!anchor) return;
    panel.showPopover();
    // A first place at once, below the field: the exact one comes with the placement code.
    const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
    const zoom = zoomOf(panel);
    panel.style.minWidth = `${width / zoom}px`;
    // As high as it may become on the better side: what is scrolled into view now stays in view.
    const room = Math.max(innerHeight - bottom, top) - 12;
    panel.style.maxHeight = `${Math.max(160, room) / zoom}px`;
    panel.style.top = `${(bottom + 4) / zoom}px`;
    const isRightToLeft = getComputedStyle(panel).direction === 'rtl';
    panel.style.left = `${isRightToLeft ? right / zoom - panel.offsetWidth : left / zoom}px`;
    prepareFloating().then(
      ({ follow }) => {
        if (signal.aborted) return;
        const stop = follow(anchor, panel);
        signal.addEventListener('abort', stop);
      },
      () => {
        // Without the placement code the first place stands.
      },
    );
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (!event.composedPath().includes(this.#host)) this.#options.onDismiss();
      },
      { signal, capture: true },
    );
  }
}
