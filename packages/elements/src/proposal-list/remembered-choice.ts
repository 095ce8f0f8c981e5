import type { LitElement } from 'lit';
import type { Recalled } from '../foundation/page/page-memory.js';
import { PageMemory } from '../foundation/page/page-memory.js';
import { orders } from './proposal-choice.js';

/** The properties of a list that are remembered, each with its name in the address. */
const names = {
  q: 'proposals-q',
  axis: 'proposals-axis',
  status: 'proposals-status',
  territory: 'proposals-territory',
  sort: 'proposals-sort',
  proposal: 'proposal',
} as const;
const pagesName = 'proposals-pages';

type Property = keyof typeof names;
type Name = (typeof names)[Property] | typeof pagesName;

const properties = Object.keys(names) as Property[];

/** The part of a list that the address of the page remembers. */
export type RememberedList = LitElement & Record<Property, string | null>;

/** What a person chose in the list, in the address of the page: also how far down the list they went. */
export class RememberedChoice {
  readonly #list: RememberedList;
  readonly #memory: PageMemory<Name>;
  #firstPages = 1;

  /** `onRecalled` is called after the list took what the address says. */
  constructor(list: RememberedList, onRecalled: () => void) {
    this.#list = list;
    this.#memory = new PageMemory<Name>(list, [...Object.values(names), pagesName], (values) => {
      this.#take(values);
      onRecalled();
    });
  }

  /** How many pages the list begins with. */
  get firstPages(): number {
    return this.#firstPages;
  }

  /** Starts to remember: what the address says comes first. */
  remember(): void {
    this.#memory.remember();
  }

  /** The person chose something else, which begins with its first page. */
  restart(): void {
    this.#firstPages = 1;
  }

  /** Puts what the list shows, which is this many pages of it, into the address. */
  write(pages: number): void {
    const values = {} as Record<Name, string | null>;
    for (const property of properties) values[names[property]] = this.#list[property];
    if (this.#list.sort === orders[0]) values[names.sort] = null;
    values[pagesName] = String(Math.max(pages, this.#firstPages)).replace(/^1$/, '');
    this.#memory.write(values);
  }

  #take(values: Recalled<Name>): void {
    for (const property of properties) {
      const value = values[names[property]];
      if (value !== undefined) this.#list[property] = value;
    }
    // Enough for a person who went far; an address that says more is not one of ours.
    this.#firstPages = Math.min(25, Math.max(1, Number(values[pagesName]) || 1));
  }
}
