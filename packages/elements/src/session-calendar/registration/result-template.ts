import { homeZone } from '@nafida/contract/civil-time.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { wallTimeOf } from '../../foundation/locale/wall-time.js';
import { formatDay, formatTime } from '../../foundation/locale/date-format.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { LazyModule } from '../../foundation/loading/lazy-module.js';
import { written } from '../../foundation/locale/written-text.js';
import type { renderQrCode } from '../../submission/qr-code.js';
import { sessionDaysText, sessionHoursText, titleText } from '../texts/session-texts.js';
import { issueText } from './code-text.js';
import type { HeldRegistration } from './held-registration.js';
import type { RegistrationMessages } from './messages.js';

/** What a registration is drawn with. */
export interface ResultView {
  readonly context: CalendarContext;
  readonly messages: RegistrationMessages;
  readonly held: HeldRegistration;
  readonly qrCode: LazyModule<typeof renderQrCode>;
  /** Address of the session's `.ics`. */
  readonly calendarFile: string;
  /** The ways to add the session to a calendar of one's own, on its page; where undefined, only the file is offered. */
  readonly addToCalendar: TemplateResult | undefined;
  /** Said after the code was copied, or could not be. */
  readonly onSay: (text: string) => void;
  readonly onPrint: () => void;
  readonly onCancel: () => void;
  /** Null where the session's page is already open around it. */
  readonly onShowSession: (() => void) | null;
  /** Null where it makes no sense to register someone else. */
  readonly onAnother: (() => void) | null;
}

/** A registration: what it is worth, its codes, and giving it back. */
export function renderResult(view: ResultView): TemplateResult {
  const { context, messages, held, onShowSession, onAnother } = view;
  const { status, position, places } = held.registration;
  const { isActive } = held;
  const isUnconfirmed = status === 'unconfirmed';
  // Under the heading of the session; by itself where a code opened it.
  const level = onShowSession ? context.headingLevel : context.headingLevel + 1;
  return html`
    <section class="result ${status}" part="result ${status}" aria-labelledby="result-title">
      <div id="result-title" class="subheading" role="heading" aria-level=${level} tabindex="-1">
        ${messages.outcomes[status]}
      </div>
      ${onShowSession ? renderSession(view) : nothing}
      ${places > 1 && status === 'waitlisted' ? html`<p>${messages.placesTaken(places)}</p>` : nothing}
      ${position === null ? nothing : html`<p class="position">${messages.position(position)}</p>`}
      <p>${explanation(view)}</p>
      ${isUnconfirmed ? renderDeadline(view) : nothing}
      ${isActive && !isUnconfirmed && held.messages ? html`<p class="mail">${messages.messagePromise[held.messages]}</p>` : nothing}
      ${status === 'confirmed' ? renderDoorCode(view) : nothing}
      ${isActive && held.isNew ? renderManageCode(view) : nothing}
      ${isActive && !isUnconfirmed ? (view.addToCalendar ?? renderCalendarFile(view)) : nothing}
      ${isActive ? renderCancel(view) : nothing}
      ${
        onAnother
          ? html`<button class="button quiet" @click=${onAnother}>
              ${messages.registerAnother}
            </button>`
          : nothing
      }
    </section>
  `;
}

/** Registrations made before the latest one, in short: their codes must not be lost to it. */
export function renderEarlier(
  messages: RegistrationMessages,
  earlier: readonly HeldRegistration[],
): TemplateResult | typeof nothing {
  if (earlier.length === 0) return nothing;
  return html`
    <section class="earlier" aria-labelledby="earlier">
      <p id="earlier" class="label">${messages.earlier}</p>
      <ul>
        ${earlier.map(
          ({ registration, code }) => html`
            <li>
              ${messages.outcomes[registration.status]}
              <bdi class="digits" dir="ltr" translate="no">${code}</bdi>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function explanation({ messages, held }: ResultView) {
  switch (held.registration.status) {
    case 'confirmed':
      return messages.confirmedExplained(held.registration.places);
    case 'waitlisted':
      return messages.waitlistedExplained;
    case 'unconfirmed':
      return messages.unconfirmedExplained;
    case 'cancelled':
      return messages.cancelledExplained;
    case 'unknown':
      return nothing;
  }
}

function renderDeadline({ context, messages, held }: ResultView) {
  const { confirmBy } = held.registration;
  if (!confirmBy) return nothing;
  const moment = wallTimeOf(confirmBy, homeZone);
  const { locale } = context;
  return html`<p>${messages.confirmBy(formatDay(locale, moment), formatTime(locale, moment))}</p>`;
}

function renderSession({ context, messages, held, onShowSession }: ResultView) {
  const { session } = held;
  if (!session) return nothing;
  return html`
    <p class="of-session">
      <strong>${written(titleText(session, context.locale))}</strong><br />
      ${sessionDaysText(context, session)}<br />
      ${sessionHoursText(context, session)}
    </p>
    <button class="button quiet" @click=${onShowSession}>${messages.showSession}</button>
  `;
}

function renderDoorCode({ messages, held, qrCode }: ResultView) {
  const { doorCode } = held.registration;
  return html`
    <div class="ticket" part="door-code">
      ${qrCode.part?.(doorCode, messages.doorCodeImage(doorCode)) ?? nothing}
      <div>
        <p class="label">${messages.doorCode}</p>
        <p class="digits" dir="ltr" translate="no">${doorCode}</p>
        <p class="hint">${messages.doorCodeHint}</p>
      </div>
    </div>
  `;
}

function renderCalendarFile({ messages, held, calendarFile }: ResultView) {
  const { session } = held.registration;
  return html`<p class="actions">
    <a class="button secondary" part="calendar-file" href=${calendarFile} download="${session}.ics"
      >${messages.calendarFile}</a
    >
  </p>`;
}

function renderManageCode({ messages, held, onSay, onPrint }: ResultView) {
  const handleCopy = () => {
    // Missing on pages served over plain HTTP.
    const copying =
      navigator.clipboard?.writeText(held.code) ?? Promise.reject(new Error('No clipboard'));
    copying.then(
      () => onSay(messages.copied),
      () => onSay(messages.copyFailed),
    );
  };
  return html`
    <div class="code" part="manage-code">
      <p class="label">${messages.manageCode}</p>
      <p class="hint">${messages.manageCodeHint}</p>
      <p class="digits" dir="ltr" translate="no">${held.code}</p>
      <p class="actions">
        <button class="button secondary" @click=${handleCopy}>${messages.copy}</button>
        <button class="button secondary" @click=${onPrint}>${messages.print}</button>
      </p>
    </div>
  `;
}

function renderCancel({ context, messages, held, onCancel }: ResultView) {
  if (held.step === 'idle') {
    return html`
      <button class="button secondary danger cancel" part="cancel" @click=${() => held.ask(true)}>
        ${messages.cancel}
      </button>
    `;
  }
  const isCancelling = held.step === 'cancelling';
  return html`
    <div class="question" role="group" aria-labelledby="question">
      <p id="question" class="label" tabindex="-1">${messages.cancelQuestion}</p>
      <p>${messages.cancelExplained}</p>
      <div role="alert">
        ${
          held.issue
            ? html`<p class="error" part="error">
                ${messages.cancelFailed} ${issueText(context, messages, held.issue)}
              </p>`
            : nothing
        }
      </div>
      <p class="actions">
        <button class="button danger" aria-disabled=${isCancelling} @click=${onCancel}>
          ${isCancelling ? messages.cancelling : messages.confirmCancel}
        </button>
        <button
          class="button secondary"
          aria-disabled=${isCancelling}
          @click=${() => held.ask(false)}
        >
          ${messages.keep}
        </button>
      </p>
    </div>
  `;
}
