import type { Place } from '@nafida/territory';
import { nameOf } from '@nafida/territory';
import type { LitElement, ReactiveController } from 'lit';
import type { LocaleController } from '../foundation/locale-controller.js';
import type { PopoverMode } from '../foundation/popover-controller.js';
import { PopoverController } from '../foundation/popover-controller.js';
import { StatusController } from '../foundation/status-controller.js';
import type { PickerCommand } from './combobox-keys.js';
import { commandFor } from './combobox-keys.js';
import { CommunesController } from './communes-controller.js';
import { ListWindowController } from './list-window-controller.js';
import type { RegionPickerMessages } from './messages.js';
import { PickerList } from './picker-list.js';
import type { Row } from './picker-rows.js';
import { searchLimit } from './picker-rows.js';
import type { Scope } from './scope.js';
import { needsCommunes } from './scope.js';

/** What the popup has to know of its picker, and what it tells it. */
export interface PickerPopupOptions {
  readonly locale: LocaleController<RegionPickerMessages>;
  readonly scope: () => Scope;
  readonly onChoose: (place: Place) => void;
  /** The person goes on by browsing: what was typed has had its turn. */
  readonly onBrowse: () => void;
  /** The person pressed outside. The popup has closed. */
  readonly onDismiss: () => void;
}

/** The popup of a picker: what it lists, and moving about in it with keys and presses. */
export class PickerPopupController implements ReactiveController {
  readonly list = new PickerList();
  readonly window: ListWindowController;
  readonly communes: CommunesController;
  readonly #host: LitElement;
  readonly #options: PickerPopupOptions;
  readonly #popover: PopoverController;
  readonly #status: StatusController;

  constructor(host: LitElement, options: PickerPopupOptions) {
    this.#host = host;
    this.#options = options;
    this.window = new ListWindowController(host);
    this.communes = new CommunesController(host);
    this.#status = new StatusController(host);
    this.#popover = new PopoverController(host, {
      anchor: () => host.renderRoot.querySelector<HTMLElement>('.control'),
      panel: () => host.renderRoot.querySelector<HTMLElement>('.panel'),
      onDismiss: () => {
        this.close();
        options.onDismiss();
      },
    });
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  get mode(): PopoverMode {
    return this.#popover.mode;
  }

  /** Id of the active row, for `aria-activedescendant`. */
  get activeId(): string | undefined {
    return this.isOpen && this.list.active >= 0 ? `row-${this.list.active}` : undefined;
  }

  /** What screen readers are told about the list. */
  get statusText(): string {
    return this.#status.text;
  }

  hostUpdate(): void {
    if (this.isOpen) this.#refresh();
  }

  /** Fetches the communes where they may be chosen. */
  prepare(): void {
    if (needsCommunes(this.#options.scope().levels)) this.communes.load();
  }

  /** Opens at the row of `place`. */
  open(place: Place | undefined): void {
    if (this.isOpen) return;
    this.prepare();
    this.#refresh();
    this.list.show(place);
    this.window.expectHeight(this.mode === 'sheet' ? innerHeight : 400);
    this.#popover.open();
    this.#showActive();
  }

  close(): void {
    this.#popover.close();
    this.list.rest();
    this.#status.say('');
  }

  search(query: string): void {
    this.#refresh();
    this.list.search(query);
    this.window.rewind();
    this.#sayList();
    this.#host.requestUpdate();
  }

  /** A press on a row, by finger or mouse. */
  readonly press = (row: Row): void => {
    this.#activate(row);
    this.#restActive();
  };

  /** A press on the path, by finger or mouse. */
  readonly browse = (place: Place | undefined): void => {
    this.#browse(place);
    this.#restActive();
  };

  /** The command of a key press, which the browser then leaves alone; undefined for all other keys. */
  commandFor(
    event: KeyboardEvent,
    field: { isEdited: boolean; isEmpty: boolean },
  ): PickerCommand | undefined {
    const { list } = this;
    return commandFor(event, {
      ...field,
      isOpen: this.isOpen,
      isBrowsing: list.isBrowsing,
      hasActiveRow: list.activeRow !== undefined,
      canDescend: list.activeRow?.action === 'descend',
      canAscend: list.canAscend,
      direction: this.#options.locale.direction,
    });
  }

  /** Does what a key asks for inside the open list. */
  obey(command: Exclude<PickerCommand, 'open' | 'restore'>): void {
    const { list } = this;
    const { pageSize } = this.window;
    switch (command) {
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

  #refresh(): void {
    this.list.refresh(this.#options.scope(), this.#options.locale.locale);
  }

  #activate(row: Row): void {
    if (row.action === 'choose') this.#options.onChoose(row.place);
    else this.#browse(row.place);
  }

  #browse(place: Place | undefined): void {
    this.#options.onBrowse();
    this.list.browse(place);
    this.#sayList();
    this.#showActive();
  }

  /** An active row is for those who move with keys. */
  #restActive(): void {
    if (!this.isOpen) return;
    this.list.rest();
    this.window.rewind();
  }

  #showActive(): void {
    const index = this.list.active - this.list.recentCount;
    if (index >= 0) this.window.reveal(index);
    else this.window.rewind();
    this.#host.requestUpdate();
  }

  #sayList(): void {
    const { messages, locale } = this.#options.locale;
    const { rows, isBrowsing, at } = this.list;
    if (!messages) return;
    const isCut = !isBrowsing && rows.length === searchLimit;
    const count = isCut ? messages.manyResults(searchLimit) : messages.results(rows.length);
    const name = isBrowsing && at ? nameOf(at, locale).text : '';
    this.#status.say(name ? `${name}${messages.comma}${count}` : count);
  }
}
