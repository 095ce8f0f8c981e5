import type { Place } from '@nafida/territory';
import { nameOf } from '@nafida/territory/look-up.js';
import { prepareSearch } from '@nafida/territory/search.js';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html } from 'lit';
import type { LocaleController } from '../foundation/locale/locale-controller.js';
import { PopoverController } from '../foundation/popover/popover-controller.js';
import type { PopoverMode } from '../foundation/popover/sheet-query.js';
import { StatusController } from '../foundation/status-controller.js';
import type { ListSituation, PickerCommand } from './combobox-keys.js';
import type { CommunesController } from './communes-controller.js';
import { keepFocus } from './control-template.js';
import { ListWindowController } from './list-window-controller.js';
import type { RegionPickerMessages } from './messages.js';
import { NearbyController } from './nearby-controller.js';
import { panelTemplate } from './panel-template.js';
import { PickerList } from './picker-list.js';
import { popupStyles } from './picker-popup.styles.js';
import type { PickerValue } from './picker-value.js';
import type { Row } from './picker-rows.js';
import { exactMatch, searchLimit } from './picker-rows.js';
import { rememberChoice } from './recent-choices.js';
import { needsCommunes } from './scope.js';

/** What the popup needs from its picker, and what it tells it. */
export interface PickerPopupOptions {
  readonly locale: LocaleController<RegionPickerMessages>;
  readonly communes: CommunesController;
  readonly choice: PickerValue;
  /** What was typed and is not a choice yet. */
  readonly typed: () => string;
  /** The input and its buttons, for the sheet. */
  readonly renderControl: () => TemplateResult;
  readonly onChoose: (place: Place) => void;
  /** The person goes on by browsing: what was typed has had its turn. */
  readonly onBrowse: () => void;
  /** The person pressed outside. The popup has closed. */
  readonly onDismiss: () => void;
}

/**
 * The popup of a picker: what it lists, moving about in it with keys and presses, and its drawing. It is loaded
 * when someone comes to the field, and brings search with it.
 */
export class PickerPopup implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: PickerPopupOptions;
  readonly #list = new PickerList();
  readonly #window: ListWindowController;
  readonly #popover: PopoverController;
  readonly #status: StatusController;
  readonly #nearby: NearbyController;

  constructor(host: LitElement, options: PickerPopupOptions) {
    this.#host = host;
    this.#options = options;
    // First of all after a drawing: a list that is not shown cannot be measured or scrolled.
    this.#popover = new PopoverController(host, {
      anchor: () => host.renderRoot.querySelector<HTMLElement>('.control'),
      panel: () => host.renderRoot.querySelector<HTMLElement>('.panel'),
      onDismiss: () => {
        this.close();
        options.onDismiss();
      },
    });
    this.#window = new ListWindowController(host);
    // Put there by hand: after every key the whole list would be drawn a second time for it.
    this.#status = new StatusController(host, (text) => {
      host.renderRoot.querySelector('[role="status"]')!.textContent = text;
    });
    this.#nearby = new NearbyController(host);
    host.addController(this);
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, popupStyles.styleSheet!];
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  get mode(): PopoverMode {
    return this.#popover.mode;
  }

  /** Id of the active row, for `aria-activedescendant`. */
  get activeId(): string | undefined {
    return this.isOpen && this.#list.active >= 0 ? `row-${this.#list.active}` : undefined;
  }

  hostUpdate(): void {
    if (this.isOpen) this.#refresh();
  }

  /** What the meaning of a key depends on, beside the text of the field. */
  get situation(): ListSituation {
    const { activeRow, isBrowsing, canAscend } = this.#list;
    return {
      isOpen: this.isOpen,
      isBrowsing,
      hasActiveRow: activeRow !== undefined,
      canDescend: activeRow?.action === 'descend',
      canAscend,
    };
  }

  /** Opens at the row of the chosen place, or with the answers to what was typed before. */
  open(): void {
    if (this.isOpen) return;
    void this.#prepare();
    this.#refresh();
    const typed = this.#options.typed();
    if (typed) this.#list.search(typed);
    else this.#list.show(this.#options.choice.place);
    this.#window.begin(this.mode === 'sheet' ? innerHeight : 400);
    this.#popover.open();
    this.#showActive();
  }

  close(): void {
    this.#popover.close();
    this.#list.rest();
    this.#status.say('');
  }

  /** Opens, if need be, with the answers to what is being typed. */
  search(): void {
    this.open();
    this.#refresh();
    this.#list.search(this.#options.typed());
    this.#window.rewind();
    this.#sayList();
    this.#host.requestUpdate();
  }

  /** Does what a key asks for inside the open list. */
  obey(command: Exclude<PickerCommand, 'restore'>): void {
    const list = this.#list;
    const { pageSize } = this.#window;
    switch (command) {
      case 'open':
        this.open();
        if (list.active < 0) list.move(1);
        break;
      case 'close':
        this.close();
        return;
      case 'activate':
      case 'descend':
        if (list.activeRow) this.#activate(list.activeRow);
        return;
      case 'ascend':
        list.ascend();
        this.#sayList();
        break;
      default:
        list.move(
          { next: 1, previous: -1, 'next-page': pageSize, 'previous-page': -pageSize }[command],
        );
    }
    this.#showActive();
  }

  /** The place whose whole name, in whatever spelling, is `typed`, if it is only one. */
  exactMatch(typed: string): Place | undefined {
    return exactMatch(typed, this.#options.choice.scope, this.#options.locale.locale);
  }

  render(label: string): TemplateResult {
    const { locale, communes, choice, renderControl } = this.#options;
    const messages = locale.messages!;
    const isSheet = this.mode === 'sheet';
    const panel = panelTemplate({
      list: this.#list,
      window: this.#window,
      label,
      isSheet,
      selected: choice.place,
      communes: this.#needsCommunes ? communes.state : 'ready',
      nearby: this.#nearby,
      locale: locale.locale,
      messages,
      onPress: this.#handlePress,
      onBrowse: this.#handleBrowse,
      onLocate: () => void this.#locate(),
      onRetry: () => void this.#prepare(),
    });
    if (!isSheet) {
      return html`<div class="panel" part="panel" popover="manual" @mousedown=${keepFocus}>
        ${panel}
      </div>`;
    }
    return html`<dialog class="panel" id="sheet" part="panel" aria-labelledby="sheet-label">
      <div class="sheet" @mousedown=${keepFocus}>
        <div class="sheet-head">
          <p id="sheet-label">${label}</p>
          <button class="button quiet" type="button" @click=${this.#handleClose}>
            ${messages.close}
          </button>
        </div>
        ${renderControl()} ${panel}
      </div>
    </dialog>`;
  }

  get #needsCommunes(): boolean {
    return needsCommunes(this.#options.choice.scope.levels);
  }

  /** Nothing that is typed should have to wait for the search. */
  async #prepare(): Promise<void> {
    const communes = this.#needsCommunes && this.#options.communes.load();
    // The list is painted first: each slice before it would put it off by as much.
    await new Promise(requestAnimationFrame);
    await prepareSearch();
    await communes;
    await prepareSearch();
  }

  #refresh(): void {
    const { rows } = this.#list;
    this.#list.refresh(this.#options.choice.scope, this.#options.locale.locale);
    // The communes have come: what was told about the answers without them no longer holds.
    if (this.isOpen && !this.#list.isBrowsing && this.#list.rows !== rows) this.#sayList();
  }

  #activate(row: Row): void {
    if (row.action === 'descend') {
      this.#browse(row.place);
      return;
    }
    rememberChoice(row.place);
    this.#options.onChoose(row.place);
  }

  // Presses by finger or mouse. An active row is for those who move with keys.

  readonly #handlePress = (row: Row): void => {
    this.#activate(row);
    this.#restActive();
  };

  readonly #handleBrowse = (place: Place | undefined): void => {
    this.#browse(place);
    this.#restActive();
  };

  async #locate(): Promise<void> {
    if (this.#nearby.state === 'locating') return;
    const provinces = await this.#nearby.locate();
    const { messages } = this.#options.locale;
    if (!this.isOpen || !messages) return;
    if (provinces.length === 0) {
      this.#status.say(messages.notLocated);
      return;
    }
    this.#list.suggestNearby(provinces);
    // The button has gone; in the sheet the focus would bring the keyboard up.
    if (this.mode !== 'sheet') this.#host.renderRoot.querySelector<HTMLElement>('#input')?.focus();
    this.#sayList();
    this.#showActive();
  }

  readonly #handleClose = (): void => this.close();

  #browse(place: Place | undefined): void {
    this.#options.onBrowse();
    this.#list.browse(place);
    this.#sayList();
    this.#showActive();
  }

  #restActive(): void {
    if (!this.isOpen) return;
    this.#list.rest();
    this.#window.rewind();
  }

  #showActive(): void {
    const index = this.#list.active - this.#list.suggestedCount;
    if (index >= 0) this.#window.reveal(index);
    else this.#window.rewind();
    this.#host.requestUpdate();
  }

  #sayList(): void {
    const { messages, locale } = this.#options.locale;
    const { rows, isBrowsing, at } = this.#list;
    if (!messages) return;
    const isCut = !isBrowsing && rows.length === searchLimit;
    const count = isCut ? messages.manyResults(searchLimit) : messages.results(rows.length);
    const name = isBrowsing && at ? nameOf(at, locale).text : '';
    this.#status.say(name ? `${name}${messages.comma}${count}` : count);
  }
}
