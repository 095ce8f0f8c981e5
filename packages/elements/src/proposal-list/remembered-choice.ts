import type { LitElement } from 'lit';
import type { Recalled } from '../foundation/page/page-memory.js';
import { PageMemory } from '../foundation/page/page-memory.js';
import { orders } from './proposal-choice.js';

const names = [
  'proposals-q',
  'proposals-axis',
  'proposals-status',
  'proposals-territory',
  'proposals-sort',
  'proposals-pages',
  'proposal',
] as const;

type Name = (typeof names)[number];

/** The part of a list that the address of the page remembers. */
export type RememberedList = LitElement &
  Record<'q' | 'axis' | 'status' | 'territory' | 'sort' | 'proposal', string | null>;

/** What a person chose in the list, in the address of the page: also how far down the list they went. */
export class RememberedChoice {
  readonly #list: RememberedList;
  readonly #memory: PageMemory<Name>;
  #firstPages = 1;

  /** `onRecalled` is called after the list took what the address says. */
  constructor(list: RememberedList, onRecalled: () => void) {
    this.#list = list;
    this.#memory = new PageMemory(list, names, (values) => {
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
    const { q, axis, status, territory, sort, proposal } = this.#list;
    this.#memory.write({
      'proposals-q': q,
      'proposals-axis': axis,
      'proposals-status': status,
      'proposals-territory': territory,
      'proposals-sort': sort === orders[0] ? null : sort,
      'proposals-pages': String(Math.max(pages, this.#firstPages)).replace(/^1$/, ''),
      proposal,
    });
  }

  #take(values: Recalled<Name>): void {
    const list = this.#list;
    const {
      'proposals-q': q = list.q,
      'proposals-axis': axis = list.axis,
      'proposals-status': status = list.status,
      'proposals-territory': territory = list.territory,
      'proposals-sort': sort = list.sort,
      'proposals-pages': pages,
      proposal = list.proposal,
    } = values;
    Object.assign(list, { q, axis, status, territory, sort, proposal });
    // Enough for a person who went far; an address that says more is not one of ours.
    this.#firstPages = Math.min(25, Math.max(1, Number(pages) || 1));
  }
}
