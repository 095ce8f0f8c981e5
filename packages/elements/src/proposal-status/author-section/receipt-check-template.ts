import type { Receipt } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../../foundation/locale/written-text.js';
import { inGroups } from '../../submission/in-groups.js';
import type { AuthorSectionMessages } from './messages.js';
import type { CheckOutcome } from './check-outcome.js';
import type { SectionView } from './section-view.js';

/** What the check is drawn from, and what it asks for. */
export interface ReceiptCheckState {
  readonly isBusy: boolean;
  readonly outcome: CheckOutcome | undefined;
  readonly onCheck: () => void;
}

/** The signature, in groups that can be typed or read by a camera, and whether it is right. */
export function renderReceiptCheck(
  { headingLevel }: SectionView,
  messages: AuthorSectionMessages,
  { signature }: Receipt,
  { isBusy, outcome, onCheck }: ReceiptCheckState,
): TemplateResult {
  const { signed } = messages;
  return html`
    <div class="signed" part="signature">
      <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${signed.title}</div>
      <p class="hint">${signed.hint}</p>
      <div role="status">${outcome ? renderOutcome(messages, outcome) : nothing}</div>
      <button
        id="check"
        class="button secondary"
        type="button"
        aria-disabled=${isBusy}
        @click=${onCheck}
      >
        ${isBusy ? signed.checking : signed.check}
      </button>
      ${
        signature
          ? html`
              <p class="label">${signed.key}</p>
              <p class="proof" dir="ltr" translate="no">${signature.key}</p>
              <p class="label">${signed.signature}</p>
              <p class="proof" dir="ltr" translate="no">${inGroups(signature.value)}</p>
            `
          : nothing
      }
    </div>
  `;
}

function renderOutcome({ signed, issue }: AuthorSectionMessages, outcome: CheckOutcome) {
  switch (outcome.kind) {
    case 'valid':
      return html`
        <div class="outcome valid">
          <p><strong>${signed.by} ${written(outcome.signer)}</strong></p>
          <p>${signed.unaltered}</p>
        </div>
      `;
    case 'issue':
      return html`<p class="outcome ${outcome.issue}">${signed.issues[outcome.issue]}</p>`;
    case 'failed':
      return html`<p class="outcome">${signed.failed} ${issue[outcome.reason]}</p>`;
  }
}
