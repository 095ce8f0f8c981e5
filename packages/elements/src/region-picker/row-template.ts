import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PlaceLocale, PlaceName } from '@nafida/territory';
import { ancestorsOf, childrenOf, nameOf } from '@nafida/territory/look-up.js';
import { textLocaleOf } from '../foundation/locale/locale.js';
import { check, chevron } from './icons.js';
import type { RegionPickerMessages } from './messages.js';
import type { Row } from './picker-rows.js';

/** What a row needs to know beside its place. */
export interface RowView {
  readonly id: string;
  /** Position among all rows, from 0, drawn or not. */
  readonly index: number;
  /** Number of all rows, drawn or not. */
  readonly size: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Rows outside their territory say where they lie. */
  readonly showsParents: boolean;
  readonly locale: PlaceLocale;
  readonly messages: RegionPickerMessages;
  readonly onPress: (row: Row) => void;
}

/** A name marked with the language and direction it is in. */
export function nameTemplate(name: PlaceName): TemplateResult {
  return html`<bdi lang=${name.lang} dir=${name.dir}>${name.text}</bdi>`;
}

/** One option, two lines high: the name, and under it what and where it is and its name in the other script. */
export function rowTemplate(row: Row, view: RowView): TemplateResult {
  const { place, match } = row;
  const own = nameOf(place, view.locale);
  // The name that was found is among the two shown, so that it can be seen why the place is listed.
  const isFoundByOther = match !== undefined && match.name.lang !== own.lang;
  const other = isFoundByOther ? match.name : nameOf(place, own.lang === 'ar' ? 'fr' : 'ar');
  const ranges = match?.ranges ?? [];
  const mark = row.action === 'descend' ? chevron : view.isSelected ? check : nothing;
  const states = [view.isActive && 'active', view.isSelected && 'selected'].filter(Boolean);
  // The input has the focus and answers the keys. Without white space: each piece of it is a node in each row.
  // prettier-ignore
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  return html`<div role="option" id=${view.id} class=${mark === nothing ? 'row' : 'row marked'} part="option ${states.join(' ')}" aria-selected=${view.isSelected} aria-setsize=${view.size} aria-posinset=${view.index + 1} ?data-active=${view.isActive} @click=${() => view.onPress(row)}>${named(own, isFoundByOther ? [] : ranges, 'row-name')}<span class="row-detail"><span class="row-where">${whereTemplate(row, view)}</span> ${named(other, isFoundByOther ? ranges : [], 'row-other')}</span>${mark}</div>`;
}

function named(name: PlaceName, ranges: readonly (readonly [number, number])[], className: string) {
  return html`<bdi class=${className} lang=${name.lang} dir=${name.dir}
    >${markedText(name.text, ranges, 0, 0)}</bdi
  >`;
}

/**
 * What follows the character `from` and the ranges before `index`. Of one shape for any match, so that the next
 * letter changes texts and leaves the elements in place.
 */
function markedText(
  text: string,
  ranges: readonly (readonly [number, number])[],
  index: number,
  from: number,
): string | TemplateResult {
  const range = ranges[index];
  if (!range) return text.slice(from);
  return html`${text.slice(from, range[0])}<b>${text.slice(range[0], range[1])}</b>${markedText(text, ranges, index + 1, range[1])}`;
}

function whereTemplate({ place, action, isWhole }: Row, view: RowView) {
  const { messages, locale } = view;
  if (isWhole) return messages.whole(place.level);
  const kind = messages.kinds[place.kind];
  if (action === 'descend') {
    const parts = childrenOf(place.code);
    // Communes may still be loading: then the number is not known yet.
    const count = parts.length > 0 ? messages.parts(parts[0]!.level, parts.length) : '';
    // All rows are regions then, and the count is long.
    if (place.level === 'region') return count;
    return count ? kind + messages.comma + count : kind;
  }
  if (!view.showsParents) return kind;
  // One piece of text where all is in the page's language: a name without a translation is marked as what it is.
  const names = ancestorsOf(place).map((parent) => nameOf(parent, locale));
  const textLocale = textLocaleOf(locale);
  return names.every(({ lang }) => lang === textLocale)
    ? [kind, ...names.map(({ text }) => text)].join(messages.comma)
    : [kind, ...names.map((name) => [messages.comma, nameTemplate(name)])];
}
