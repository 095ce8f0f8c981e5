import type { ProposalOrder } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderReadingError, renderSkeleton } from '../published/states.js';
import type { ListView } from './list-template.js';
import { renderList } from './list-template.js';
import { orders } from './proposal-choice.js';
import type { ProposalReader } from './proposal-reader.js';

/** What was found, and what to do with it. */
export interface FoundView extends ListView {
  readonly reader: ProposalReader;
  /** Why nothing, or not all, could be read. */
  readonly error: unknown;
  readonly order: ProposalOrder;
  /** Something was searched for, or filtered. */
  readonly isNarrowed: boolean;
  /** Address of all that was found as data; undefined where no server is known. */
  readonly dataUrl: ((format: 'csv' | 'json') => string) | undefined;
  readonly onOrder: (order: string) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

/** The proposals with their number and order, more of them, and all of them as data; or why there are none. */
export function renderFound(view: FoundView): TemplateResult {
  const { messages, reader, error, isNarrowed, headingLevel } = view;
  const { items, hasMore, isReading, pages } = reader;
  if (pages === 0) {
    return error !== undefined && !isReading
      ? renderReadingError(messages, messages.failed, error, view)
      : renderSkeleton(messages, 3);
  }
  return html`
    <div class="found">
      <p part="count">${messages.shown(items.length, hasMore)}</p>
      ${renderOrder(view)}
    </div>
    ${error === undefined ? nothing : renderNotice(view)}
    ${
      items.length === 0
        ? html`<div class="empty" part="empty" role="heading" aria-level=${headingLevel}>
            ${isNarrowed ? messages.nothingFound : messages.empty}
          </div>`
        : renderList(view, items)
    }
    ${hasMore ? renderMore(view) : nothing} ${renderOpenData(view)}
  `;
}

function renderOrder({ messages, order, onOrder }: FoundView) {
  return html`
    <div class="order" part="order">
      <label class="label" part="label" for="sort">${messages.order}</label>
      <select
        class="control"
        part="control"
        id="sort"
        @change=${({ target }: Event) => onOrder((target as HTMLSelectElement).value)}
      >
        ${orders.map(
          (each) =>
            html`<option value=${each} ?selected=${each === order}>
              ${messages.orders[each]}
            </option>`,
        )}
      </select>
    </div>
  `;
}

/** The list is right, but it is not complete or not recent. */
function renderNotice({ messages, reader, onRetry }: FoundView) {
  return html`
    <div class="stale" part="notice" role="alert">
      <p>${reader.isMoreMissing ? messages.moreFailed : messages.stale}</p>
      <button class="button secondary" part="retry" type="button" @click=${onRetry}>
        ${messages.retry}
      </button>
    </div>
  `;
}

function renderMore({ messages, reader: { isReading }, onMore }: FoundView) {
  return html`
    <div class="more">
      <button
        class="button secondary"
        part="more"
        type="button"
        aria-disabled=${isReading}
        @click=${() => {
          if (!isReading) onMore();
        }}
      >
        ${isReading ? messages.loading : messages.more}
      </button>
    </div>
  `;
}

function renderOpenData({ messages, dataUrl }: FoundView) {
  if (!dataUrl) return nothing;
  const link = (format: 'csv' | 'json', text: string) =>
    html`<a href=${dataUrl(format)} rel="nofollow">${text}</a>`;
  return html`
    <p class="open-data" part="open-data">
      ${messages.openData} ${link('csv', messages.table)}${link('json', messages.json)}
    </p>
  `;
}
