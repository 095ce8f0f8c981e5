import { withIsolatedRuns } from '@nafida/contract/reads.js';
import type { Receipt } from '@nafida/contract';
import { homeZone } from '@nafida/contract/civil-time.js';
import { html, nothing, type TemplateResult } from 'lit';
import { wallTimeOf } from '../foundation/locale/wall-time.js';
import { formatDay, formatTime } from '../foundation/locale/date-format.js';
import type { SectionView } from './author-section/section-view.js';
import type { ProposalStatusMessages } from './messages.js';
import { renderCodeForm } from '../submission/lookup/code-form-template.js';
import type { CodeLookup } from '../submission/lookup/code-lookup.js';
import { renderSentFiles } from '../submission/sent-files-template.js';
import { stateOf } from './proposal-state.js';

/** What the parts of the element are drawn with. */
export interface StatusView extends SectionView {
  readonly messages: ProposalStatusMessages;
}

/** Asks for the tracking code. */
export function renderTrackingForm(
  { messages, headingLevel }: StatusView,
  lookup: CodeLookup<Receipt>,
  onOpen: () => void,
): TemplateResult {
  const { title, label, hint } = messages;
  return renderCodeForm(lookup, {
    ...{ title, label, hint, headingLevel, onOpen },
    isTitleHidden: true,
    open: lookup.isLooking ? messages.looking : messages.show,
    error: lookup.issue ? messages.issue(lookup.issue) : '',
  });
}

/** What is drawn around what became of the proposal. */
export interface StatusParts {
  readonly onAnother: () => void;
  /** What the authority asks and answered. */
  readonly news: unknown;
  /** What the author can do. */
  readonly section: unknown;
}

/** What became of the proposal: its state first, then what it was. */
export function renderStatus(
  view: StatusView,
  receipt: Receipt,
  { onAnother, news, section }: StatusParts,
): TemplateResult {
  const { messages, headingLevel } = view;
  const { title, body } = receipt;
  return html`
    <section class="status" part="status" aria-labelledby="title">
      <div
        id="title"
        class="heading"
        part="heading"
        role="heading"
        aria-level=${headingLevel}
        tabindex="-1"
      >
        ${messages.stateTitle}
      </div>
      ${renderState(view, receipt)} ${news}
      <div>
        <p class="label">${messages.reference}</p>
        <p class="digits" part="reference" dir="ltr" translate="no">${receipt.reference}</p>
        <p>${messages.receivedAt} ${momentOf(view, receipt)}</p>
      </div>
      <div>
        <div class="subheading" role="heading" aria-level=${headingLevel + 1}>${messages.sent}</div>
        <p class="sent-title" lang=${title.language} dir="auto">${title.text}</p>
        <p class="sent-body" lang=${body.language} dir="auto">${withIsolatedRuns(body.text)}</p>
        ${renderSentFiles(messages.sentFilesMessages, view.locale, [
          ...receipt.attachments,
          ...receipt.answerFiles,
        ])}
      </div>
      ${section}
      <button class="button quiet another" part="another" type="button" @click=${onAnother}>
        ${messages.another}
      </button>
    </section>
  `;
}

function renderState({ messages }: StatusView, receipt: Receipt) {
  const state = stateOf(receipt);
  const [name, sentence] = messages.states[state];
  const refusal = state === 'refused' ? receipt.refusal : null;
  return html`
    <div class="state ${state}" part="state ${state}">
      <p class="state-name">${name}</p>
      <p>${sentence} ${refusal ? messages.reasons[refusal.reason] : nothing}</p>
      ${
        refusal?.words
          ? html`
              <p class="label">${messages.words}</p>
              <p class="words" lang=${refusal.words.language} dir="auto">
                ${withIsolatedRuns(refusal.words.text)}
              </p>
            `
          : nothing
      }
    </div>
  `;
}

/** A Moroccan administration dates what it receives in Moroccan time. */
function momentOf({ messages, locale }: StatusView, { receivedAt }: Receipt): string {
  const moment = wallTimeOf(receivedAt, homeZone);
  return messages.dayAndHour(formatDay(locale, moment), formatTime(locale, moment));
}
