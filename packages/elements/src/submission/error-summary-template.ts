import type { LocalizedText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing } from 'lit';
import type { Locale } from '../foundation/locale.js';
import { written } from '../foundation/written-text.js';

/** One fault among those listed above a form. */
export interface SummaryLine {
  /** The field, whose control has the id `field-…`. */
  readonly field: string;
  readonly text: string;
  /** The question that it is about: «Answer this question» says nothing away from the question. */
  readonly question: LocalizedText | undefined;
}

/** What is to be corrected before a form is sent; each line leads to its field. Nothing where there is no line. */
export function renderErrorSummary(title: string, lines: readonly SummaryLine[], locale: Locale) {
  if (lines.length === 0) return nothing;
  return html`
    <div class="summary" part="error-summary">
      <p>${title}</p>
      <ul>
        ${lines.map(
          ({ field, text, question }) => html`
            <li>
              <a href="#field-${field}" @click=${(event: Event) => focusField(event, field)}
                >${question ? html`${written(textIn(question, locale))} – ${text}` : text}</a
              >
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}

// A fragment does not reach into a shadow tree, and would change the page's address.
function focusField(event: Event, field: string): void {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  root.getElementById(`field-${field}`)?.focus();
}
