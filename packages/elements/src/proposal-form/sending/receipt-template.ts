import type { Receipt, WrittenText } from '@nafida/contract';
import { homeZone } from '@nafida/contract/civil-time.js';
import { textIn, withIsolatedRuns } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { wallTimeOf } from '../../foundation/locale/wall-time.js';
import { formatDay, formatTime } from '../../foundation/locale/date-format.js';
import { written } from '../../foundation/locale/written-text.js';
import { inGroups } from '../../submission/in-groups.js';
import { renderSentFiles } from '../../submission/sent-files-template.js';
import type { renderQrCode } from '../../submission/qr-code.js';
import type { FormView } from '../form/form-view.js';
import type { SendingMessages } from './messages.js';

/** What the receipt shows beside itself, and asks the element to do. */
export interface ReceiptActions {
  /** Name of the place on the receipt; undefined where there is none, or where it is not known yet. */
  readonly placeName: WrittenText | undefined;
  /** Draws the code for a camera; undefined until it is loaded. */
  readonly renderQrCode: typeof renderQrCode | undefined;
  /** What is said about the latest press of a button; empty for nothing. */
  readonly said: string;
  readonly onSay: (text: string) => void;
  readonly onPrint: () => void;
  readonly onAnother: () => void;
}

/** The reward for sending: the reference, the code, what happens next, and what was sent. */
export function renderReceipt(
  view: FormView,
  messages: SendingMessages,
  receipt: Receipt,
  actions: ReceiptActions,
): TemplateResult {
  const { headingLevel } = view;
  return html`
    <section class="receipt" part="receipt" aria-labelledby="receipt-title">
      <div
        id="receipt-title"
        class="heading"
        part="heading"
        role="heading"
        aria-level=${headingLevel}
        tabindex="-1"
      >
        ${messages.received}
      </div>
      <div>
        <p class="label">${messages.reference}</p>
        <p class="digits reference" part="reference" dir="ltr" translate="no">
          ${receipt.reference}
        </p>
        <p>${messages.receivedAt} ${momentOf(view, messages, receipt)}</p>
      </div>
      ${renderTrackingCode(messages, receipt, actions)} ${renderNext(view, messages)}
      ${renderContent(view, messages, receipt, actions)}
      <p class="again">
        <button class="button quiet" type="button" @click=${actions.onAnother}>
          ${messages.another}
        </button>
      </p>
    </section>
  `;
}

function momentOf(
  { locale }: FormView,
  messages: SendingMessages,
  { receivedAt }: Receipt,
): string {
  const moment = wallTimeOf(receivedAt, homeZone);
  return messages.dayAndHour(formatDay(locale, moment), formatTime(locale, moment));
}

function renderTrackingCode(
  messages: SendingMessages,
  { trackingCode }: Receipt,
  { renderQrCode, said, onSay, onPrint }: ReceiptActions,
) {
  if (!trackingCode) return nothing;
  const handleCopy = () => {
    // Missing on pages served over plain HTTP.
    const copying =
      navigator.clipboard?.writeText(trackingCode) ?? Promise.reject(new Error('No clipboard'));
    copying.then(
      () => onSay(messages.copied),
      () => onSay(messages.copyFailed),
    );
  };
  return html`
    <div class="code">
      <p class="label">${messages.trackingCode}</p>
      <p class="digits" part="tracking-code" dir="ltr" translate="no">${trackingCode}</p>
      ${renderQrCode?.(trackingCode, messages.trackingCodeImage(trackingCode)) ?? nothing}
      <p class="hint">${messages.trackingHint}</p>
      <p class="actions">
        <button class="button secondary" type="button" @click=${handleCopy}>
          ${messages.copy}
        </button>
        <button class="button secondary" type="button" @click=${onPrint}>${messages.print}</button>
      </p>
      <p class="said" role="status">${said}</p>
    </div>
  `;
}

function renderNext({ headingLevel }: FormView, messages: SendingMessages) {
  return html`
    <div>
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.next}</div>
      <ol>
        ${messages.nextSteps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </div>
  `;
}

function renderContent(
  { form, locale, headingLevel }: FormView,
  messages: SendingMessages,
  receipt: Receipt,
  { placeName }: ReceiptActions,
) {
  const consultation = form.consultations.find(({ id }) => id === receipt.consultation);
  const axis = consultation?.axes.find(({ id }) => id === receipt.axis);
  const { title, body, signature } = receipt;
  return html`
    <div class="content">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.sent}</div>
      <p class="hint">
        ${axis ? html`${written(textIn(axis.title, locale))}` : nothing}
        ${placeName ? html` – ${written(placeName)}` : nothing}
      </p>
      <p class="sent-title" lang=${title.language} dir="auto">${title.text}</p>
      <p class="sent-body" lang=${body.language} dir="auto">${withIsolatedRuns(body.text)}</p>
      ${renderSentFiles(messages.sentFilesMessages, locale, [
        ...receipt.attachments,
        ...receipt.answerFiles,
      ])}
      ${
        signature
          ? html`
              <p class="hint">${messages.signature(signature.key)}</p>
              <p class="proof" part="signature" dir="ltr" translate="no">
                ${inGroups(signature.value)}
              </p>
            `
          : nothing
      }
    </div>
  `;
}
