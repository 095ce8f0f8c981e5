import type { Place, PlaceLocale } from '@nafida/territory';
import { ancestorsOf, communesLoaded, parentOf } from '@nafida/territory/look-up.js';
import type { Row } from './picker-rows.js';
import { browseRows, nearbyRows, recentRows, searchRows } from './picker-rows.js';
import { recentChoices } from './recent-choices.js';
import type { Scope } from './scope.js';
import { codeIssue, leadsFurther } from './scope.js';

/**
 * What the list of a picker shows, and which row is active: the answers to a query, or, while there is none,
 * the places inside the territory being browsed.
 */
export class PickerList {
  #scope: Scope = { levels: [], within: undefined };
  #locale: PlaceLocale = 'ar';
  /** What the rows were made from, beside query and territory. */
  #basis = '';
  #query = '';
  #at: Place | undefined;
  #rows: readonly Row[] = [];
  #nearby: readonly Place[] = [];
  #suggestedCount = 0;
  #active = -1;

  /** All rows, suggested ones first. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** How many of the rows are suggested: provinces near the person where they were asked for, else recent choices. */
  get suggestedCount(): number {
    return this.#suggestedCount;
  }

  /** Whether the suggested rows are provinces near the person. */
  get suggestsNearby(): boolean {
    return this.#nearby.length > 0;
  }

  /** Whether provinces near the person would be of use: the whole country is being browsed, down to them at least. */
  get takesNearby(): boolean {
    const { levels, within } = this.#scope;
    return (
      this.isBrowsing && !this.canAscend && !within && levels.some((level) => level !== 'region')
    );
  }

  /** Index of the active row, -1 for none. */
  get active(): number {
    return this.#active;
  }

  get activeRow(): Row | undefined {
    return this.#rows[this.#active];
  }

  get query(): string {
    return this.#query;
  }

  get isBrowsing(): boolean {
    return this.#query === '';
  }

  /** The territory being browsed; undefined for the whole country. */
  get at(): Place | undefined {
    return this.#at;
  }

  get canAscend(): boolean {
    return this.isBrowsing && this.#at !== this.#scope.within;
  }

  /** The territories from the widest one offered down to the one being browsed; undefined is the country. */
  get path(): readonly (Place | undefined)[] {
    const { within } = this.#scope;
    const at = this.#at;
    const above = at ? [at, ...ancestorsOf(at)] : [];
    if (!within) return [undefined, ...above.reverse()];
    return above.slice(0, above.indexOf(within) + 1).reverse();
  }

  /**
   * Takes over what is offered and in which language. Where that, or what is known of places, has changed, lists
   * again. The active row stays where it was; the best answer to a query remains active unless another was chosen.
   */
  refresh(scope: Scope, locale: PlaceLocale): void {
    const basis = [communesLoaded(), locale, scope.within?.code, ...scope.levels].join();
    if (basis === this.#basis) return;
    this.#basis = basis;
    if (scope.within !== this.#scope.within) this.#at = scope.within;
    this.#scope = scope;
    this.#locale = locale;
    const { activeRow } = this;
    const isAtBest = !this.isBrowsing && this.#active <= 0;
    this.#list();
    if (isAtBest) this.#active = this.#rows.length > 0 ? 0 : -1;
    else this.#active = activeRow ? this.#indexOf(activeRow.place) : -1;
  }

  /** Browses where `place` is among the rows, and makes its row the active one. */
  show(place: Place | undefined): void {
    this.#query = '';
    this.#at = this.#scope.within;
    if (place && !codeIssue(place.code, this.#scope)) {
      const isOwnList = leadsFurther(place, this.#scope) || place === this.#scope.within;
      this.#at = isOwnList ? place : parentOf(place);
    }
    this.#list();
    this.#active = place ? this.#indexOf(place) : -1;
  }

  /** Suggests provinces near the person, and makes the nearest the active row. */
  suggestNearby(provinces: readonly Place[]): void {
    this.#nearby = provinces;
    this.#list();
    this.#active = this.takesNearby && provinces.length > 0 ? 0 : -1;
  }

  /** Lists the answers to `query` with the best one active; without a query, browses. */
  search(query: string): void {
    this.#query = query.trim();
    this.#list();
    this.#active = this.#query && this.#rows.length > 0 ? 0 : -1;
  }

  /** Goes into a territory, or to one above on the path. The row come from is active on the way back. */
  browse(place: Place | undefined): void {
    const from = this.#at;
    this.#query = '';
    this.#at = place;
    this.#list();
    this.#active = this.#rows.length > 0 ? 0 : -1;
    for (const left of from ? [from, ...ancestorsOf(from)] : []) {
      const index = this.#rows.findIndex(
        (row, position) => position >= this.#suggestedCount && !row.isWhole && row.place === left,
      );
      if (index < 0) continue;
      this.#active = index;
      break;
    }
  }

  /** Goes one territory up. */
  ascend(): void {
    if (this.canAscend) this.browse(this.#at && parentOf(this.#at));
  }

  /** Moves the active row by so many rows: single steps go round, longer ones stop at the ends. */
  move(step: number): void {
    const last = this.#rows.length - 1;
    if (last < 0) return;
    if (this.#active < 0) this.#active = step > 0 ? 0 : last;
    else if (Math.abs(step) > 1) this.#active = Math.max(0, Math.min(last, this.#active + step));
    else this.#active = (this.#active + step + last + 1) % (last + 1);
  }

  /** No row is active. */
  rest(): void {
    this.#active = -1;
  }

  #list(): void {
    if (!this.isBrowsing) {
      this.#suggestedCount = 0;
      this.#rows = searchRows(this.#query, this.#at, this.#scope, this.#locale);
      return;
    }
    const suggested = this.#suggestedRows();
    this.#suggestedCount = suggested.length;
    this.#rows = [...suggested, ...browseRows(this.#at, this.#scope, this.#locale)];
  }

  #suggestedRows(): Row[] {
    if (this.canAscend) return [];
    if (this.suggestsNearby && this.takesNearby) return nearbyRows(this.#nearby, this.#scope);
    return recentRows(recentChoices(), this.#scope);
  }

  #indexOf(place: Place): number {
    const index = this.#rows.findIndex(
      (row, position) => position >= this.#suggestedCount && row.place === place,
    );
    return index >= 0 ? index : this.#rows.findIndex((row) => row.place === place);
  }
}
