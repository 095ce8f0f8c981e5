import type { Proposal } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FactsView } from '../published/proposal-facts.js';
import { renderFacts, renderStatus } from '../published/proposal-facts.js';
import type { ProposalListMessages } from './messages.js';

/** What the list is drawn with. */
export interface ListView extends FactsView {
  readonly messages: ProposalListMessages;
  /** Level of the titles in the outline of the page, 1 to 6. */
  readonly headingLevel: number;
  /** How many support a proposal. */
  readonly countOf: (proposal: Proposal) => number;
  /** Address of one proposal. */
  readonly urlOf: (reference: string) => string;
  readonly onOpen: (event: MouseEvent, reference: string) => void;
}

/** The proposals, each with a title that leads to all of it. */
export function renderList(view: ListView, proposals: readonly Proposal[]): TemplateResult {
  return html`
    <ul class="proposals" part="list" role="list">
      ${repeat(
        proposals,
        ({ reference }) => reference,
        (proposal) => renderItem(view, proposal),
      )}
    </ul>
  `;
}

function renderItem(view: ListView, proposal: Proposal) {
  const { messages, headingLevel, urlOf, onOpen, countOf } = view;
  const { reference, title, body, answer } = proposal;
  return html`
    <li class="item" part="item">
      <div class="name" role="heading" aria-level=${headingLevel}>
        <a
          part="link"
          href=${urlOf(reference)}
          data-opens=${reference}
          lang=${title.language}
          dir="auto"
          @click=${(event: MouseEvent) => onOpen(event, reference)}
          >${title.text}</a
        >
      </div>
      <p class="excerpt" lang=${body.language} dir="auto">${excerptOf(body.text)}</p>
      <div class="state">
        ${renderStatus(view, proposal)}
        <span class="count">${messages.supportCount(countOf(proposal))}</span>
        ${answer ? html`<span>${messages.answered}</span>` : nothing}
      </div>
      ${renderFacts(view, proposal)}
    </li>
  `;
}

/** The beginning of a text: two lines show no more, and a page of long texts is read by nobody. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 240 ? `${line.slice(0, 240).replace(/\s\S*$/, '')}…` : line;
}
