import type { OutboxItem, OutboxProblemReason, RefusedItem } from '@nafida/client/outbox';
import type { ProposalInput } from '@nafida/contract';
import { withIsolatedRuns } from '@nafida/contract/reads.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import { html, nothing, type TemplateResult } from 'lit';
import { civilMomentOf, formatDay, formatTime } from '../../foundation/locale/date-format.js';
import type { FormView } from '../form/form-view.js';
import type { ProposalReason } from '../submit/proposal-errors.js';
import type { OutboxMessages } from './messages.js';
import { refusalKindOf } from './messages.js';

/** What is said about sending wherever a proposal is sent from. */
export interface SendingTexts {
  readonly reasonText: (reason: ProposalReason) => string;
  readonly dayAndHour: (day: string, hour: string) => string;
}

type OutboxView = FormView & SendingTexts;

/** What stands above the form, and asks the element to do. */
export interface OutboxActions {
  readonly items: readonly OutboxItem[];
  readonly isTrying: boolean;
  /** True when a person pressed send now, and the line was not back. */
  readonly hasFailed: boolean;
  /** False while something stands in the form that taking another up would push out. */
  readonly mayTakeUp: boolean;
  readonly onTryNow: () => void;
  readonly onTakeUp: (item: OutboxItem) => void;
  readonly onErase: (item: OutboxItem) => void;
  readonly onShowReceipt: (item: OutboxItem) => void;
  /** Undefined where the form is there already. */
  readonly onAnother: (() => void) | undefined;
}

/** The proposals that wait on this device: what is kept, where, and what will happen. */
export function renderOutbox(
  view: OutboxView,
  outboxMessages: OutboxMessages,
  actions: OutboxActions,
): TemplateResult {
  return html`
    <div class="outbox" part="outbox">
      ${actions.items.map((item, index) => renderItem(view, outboxMessages, actions, item, index))}
      <p class="said" role="status">${outcomeOf(outboxMessages, actions)}</p>
      ${
        actions.onAnother
          ? html`<p class="again">
              <button class="button quiet" type="button" @click=${actions.onAnother}>
                ${outboxMessages.another}
              </button>
            </p>`
          : nothing
      }
    </div>
  `;
}

/** What came of send now where something still waits; a page that keeps it alone must not be loaded anew. */
function outcomeOf(outboxMessages: OutboxMessages, { items, hasFailed }: OutboxActions): string {
  const waiting = items.filter(({ state }) => state === 'waiting');
  if (!hasFailed || waiting.length === 0) return '';
  const isOnDevice = waiting.every(({ keptIn }) => keptIn === 'device');
  return isOnDevice
    ? `${outboxMessages.stillWaiting} ${outboxMessages.reload}`
    : outboxMessages.stillWaiting;
}

function renderItem(
  view: OutboxView,
  outboxMessages: OutboxMessages,
  actions: OutboxActions,
  item: OutboxItem,
  index: number,
) {
  const heading = {
    waiting: outboxMessages.waiting,
    refused: outboxMessages.notSent,
    sent: outboxMessages.gone,
  }[item.state];
  const title = item.state === 'sent' ? item.receipt.title.text : item.input.title;
  return html`
    <section class="waiting ${item.state}" part="notice" aria-labelledby="outbox-${index}">
      <div
        id="outbox-${index}"
        class="subheading"
        part="heading"
        role="heading"
        aria-level=${view.headingLevel}
        tabindex="-1"
      >
        ${heading}
      </div>
      <p class="sent-title" dir="auto">${title}</p>
      ${
        item.state === 'sent'
          ? html`<p class="actions">
              <button
                class="button secondary"
                type="button"
                @click=${() => actions.onShowReceipt(item)}
              >
                ${outboxMessages.showReceipt}
              </button>
            </p>`
          : html`${renderState(view, outboxMessages, item)}
            ${renderKept(view, outboxMessages, item.input)}
            ${renderActions(view, outboxMessages, actions, item)}`
      }
    </section>
  `;
}

function renderState(
  view: OutboxView,
  outboxMessages: OutboxMessages,
  item: Exclude<OutboxItem, { state: 'sent' }>,
) {
  if (item.state === 'refused') {
    return html`<p class="error" part="error">${refusalText(view, outboxMessages, item)}</p>`;
  }
  return html`
    <p>${item.keptIn === 'device' ? outboxMessages.keptOnDevice : outboxMessages.keptInPage}</p>
    ${item.maybeSent ? html`<p>${outboxMessages.maybeSent}</p>` : nothing}
    <p class="hint">${outboxMessages.deadline(deadlineOf(view, item))}</p>
  `;
}

const ownReasons: Partial<Record<OutboxProblemReason, ProposalReason>> = {
  consultation_not_open: 'not_open',
  consultation_closed: 'closed',
  consent_outdated: 'consent_outdated',
};

function refusalText(
  { reasonText }: OutboxView,
  outboxMessages: OutboxMessages,
  { refusal: { reason } }: RefusedItem,
): string {
  const own = ownReasons[reason];
  return own ? reasonText(own) : outboxMessages.refused[refusalKindOf(reason)];
}

/** The end of the consultation, where that comes before the item goes stale. */
function deadlineOf(
  { form, dayAndHour, locale }: OutboxView,
  { expiresAt, input }: Extract<OutboxItem, { state: 'waiting' }>,
): string {
  const { closesAt } = form.consultations.find(({ id }) => id === input.consultation) ?? {};
  const closing = closesAt ? Date.parse(closesAt) : Infinity;
  const moment = civilMomentOf(Math.min(expiresAt, closing), homeZone);
  return dayAndHour(formatDay(locale, moment), formatTime(locale, moment));
}

function renderKept({ messages }: FormView, outboxMessages: OutboxMessages, input: ProposalInput) {
  const { name, email, phone } = input.author ?? {};
  return html`
    <details>
      <summary>${outboxMessages.whatIsKept}</summary>
      <p class="sent-body" dir="auto">${withIsolatedRuns(input.body)}</p>
      ${name ? html`<p class="hint">${messages.labels.name}: <bdi>${name}</bdi></p>` : nothing}
      ${email ? html`<p class="hint">${messages.labels.email}: <bdi>${email}</bdi></p>` : nothing}
      ${phone ? html`<p class="hint">${messages.labels.phone}: <bdi>${phone}</bdi></p>` : nothing}
    </details>
  `;
}

function renderActions(
  { messages }: FormView,
  outboxMessages: OutboxMessages,
  { isTrying, mayTakeUp, onTryNow, onTakeUp, onErase }: OutboxActions,
  item: Exclude<OutboxItem, { state: 'sent' }>,
) {
  const isWaiting = item.state === 'waiting';
  // Changed, it would be another proposal beside the one that may have arrived.
  const isSettled = isWaiting && item.maybeSent;
  return html`
    <p class="actions">
      ${
        isWaiting
          ? html`<button class="button" type="button" aria-disabled=${isTrying} @click=${onTryNow}>
              ${isTrying ? messages.sending : outboxMessages.sendNow}
            </button>`
          : nothing
      }
      ${
        mayTakeUp && !isSettled
          ? html`<button class="button secondary" type="button" @click=${() => onTakeUp(item)}>
              ${isWaiting ? outboxMessages.modify : outboxMessages.takeUp}
            </button>`
          : nothing
      }
      <button class="button quiet" type="button" @click=${() => onErase(item)}>
        ${outboxMessages.erase}
      </button>
    </p>
  `;
}
