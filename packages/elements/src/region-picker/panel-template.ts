import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Place, PlaceLocale } from '@nafida/territory';
import { nameOf } from '@nafida/territory/look-up.js';
import type { CommunesState } from './communes-controller.js';
import { chevron, pin } from './icons.js';
import type { ListWindowController } from './list-window-controller.js';
import type { RegionPickerMessages } from './messages.js';
import type { NearbyController } from './nearby-controller.js';
import type { PickerList } from './picker-list.js';
import type { Row } from './picker-rows.js';
import { nameTemplate, rowTemplate } from './row-template.js';

/** Everything the popup shows, and what its buttons do. */
export interface PanelView {
  readonly list: PickerList;
  readonly window: ListWindowController;
  readonly label: string;
  readonly isSheet: boolean;
  readonly selected: Place | undefined;
  readonly communes: CommunesState;
  readonly nearby: Pick<NearbyController, 'isOffered' | 'state'>;
  readonly locale: PlaceLocale;
  readonly messages: RegionPickerMessages;
  readonly onPress: (row: Row) => void;
  readonly onBrowse: (place: Place | undefined) => void;
  readonly onLocate: () => void;
  readonly onRetry: () => void;
}

/** The path while browsing, the list, and what there is to say about it. */
export function panelTemplate(view: PanelView): TemplateResult {
  const { list, messages } = view;
  const { rows, suggestedCount } = list;
  // Where there are no rows, or not all, it is read at once: right under the field, which no on-screen keyboard covers.
  const isNoteFirst = rows.length === 0 || view.communes === 'failed';
  const { start, end } = view.window.range(rows.length - suggestedCount);
  const groupName = list.suggestsNearby ? messages.nearby : messages.recent;
  const row = (index: number) =>
    rowTemplate(rows[index]!, {
      id: `row-${index}`,
      index,
      size: rows.length,
      isActive: index === list.active,
      isSelected: rows[index]!.action === 'choose' && rows[index]!.place === view.selected,
      showsParents: !list.isBrowsing || index < suggestedCount,
      locale: view.locale,
      messages,
      onPress: view.onPress,
    });
  return html`
    ${list.canAscend ? pathTemplate(view) : nearbyTemplate(view)}
    ${isNoteFirst ? noteTemplate(view) : nothing}
    <div
      class="list"
      part="listbox"
      id="list"
      role="listbox"
      tabindex="-1"
      aria-label=${view.label}
      @scroll=${view.window.handleScroll}
    >
      ${
        suggestedCount > 0
          ? html`<div role="group" aria-labelledby="suggested">
                <div class="group-name" id="suggested" role="presentation">${groupName}</div>
                ${[...new Array(suggestedCount).keys()].map((index) => row(index))}
              </div>
              <div class="group-name" role="presentation">${messages.all}</div>`
          : nothing
      }
      <div class="rows" role="presentation">
        ${[...new Array(end - start).keys()].map((index) => row(suggestedCount + start + index))}
      </div>
    </div>
    ${isNoteFirst ? nothing : noteTemplate(view)}
  `;
}

function pathTemplate({ list, messages, locale, isSheet, onBrowse }: PanelView): TemplateResult {
  const { path } = list;
  return html`<ol class="path" part="path" aria-label=${messages.path}>
    ${path.map((place, index) => {
      const name = place ? nameTemplate(nameOf(place, locale)) : messages.country;
      return html`<li>
        ${index > 0 ? chevron : nothing}
        ${
          index === path.length - 1
            ? html`<span aria-current="true">${name}</span>`
            : html`<button
                class="button quiet"
                type="button"
                tabindex=${isSheet ? 0 : -1}
                @click=${() => onBrowse(place)}
              >
                ${name}
              </button>`
        }
      </li>`;
    })}
  </ol>`;
}

function nearbyTemplate({ list, nearby, messages, onLocate }: PanelView) {
  if (!nearby.isOffered || nearby.state === 'found' || !list.takesNearby) return nothing;
  const { state } = nearby;
  return html`<div class="nearby" part="nearby">
    <button
      class="button quiet"
      type="button"
      aria-disabled=${state === 'locating'}
      aria-describedby="nearby-hint"
      @click=${onLocate}
    >
      ${pin} ${state === 'locating' ? messages.locating : messages.locate}
    </button>
    <span id="nearby-hint">${state === 'failed' ? messages.notLocated : messages.locateHint}</span>
  </div>`;
}

function noteTemplate({ list, communes, messages, onBrowse, onRetry }: PanelView) {
  if (communes === 'failed') {
    return html`<div class="note" part="note">
      <span>${messages.failed}</span>
      <button class="button quiet" type="button" @click=${onRetry}>${messages.retry}</button>
    </div>`;
  }
  if (communes === 'loading') return html`<p class="note" part="note">${messages.loading}</p>`;
  if (list.rows.length > 0) return nothing;
  return html`<div class="note" part="note">
    <slot name="empty">${messages.empty(list.query)}</slot>
    <button class="button quiet" type="button" @click=${() => onBrowse(undefined)}>
      ${messages.browse}
    </button>
  </div>`;
}
