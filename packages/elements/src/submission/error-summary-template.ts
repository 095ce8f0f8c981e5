import type { LocalizedText } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Locale } from '../foundation/locale/locale.js';
import { whenDrawn } from '../foundation/loading/when-drawn.js';
import { written } from '../foundation/locale/written-text.js';

/** One issue among those listed above a form. */
interface SummaryLine<Field extends string> {
  /** The field, whose control has the id `field-…`. */
  readonly field: Field;
  readonly text: string;
  /** The question that it is about: «Answer this question» says nothing away from the question. */
  readonly question: LocalizedText | undefined;
}

/** What an error summary is drawn with. */
export interface SummaryView<Field extends string> {
  readonly title: string;
  /** Level of its heading in the outline of the page. */
  readonly headingLevel: number;
  readonly lines: readonly SummaryLine<Field>[];
  readonly locale: Locale;
  /** Goes to the control of a field. */
  readonly onGo: (field: Field) => void;
}

/**
 * What is to be corrected before a form is sent; each line leads to its field. Nothing where there is no line. After a
 * press of send, `focusErrorSummary` has it read out.
 */
export function renderErrorSummary<Field extends string>({
  title,
  headingLevel,
  lines,
  locale,
  onGo,
}: SummaryView<Field>): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  // A fragment does not reach into a shadow tree, and would change the page's address.
  const handleClick = (event: Event, field: Field) => {
    event.preventDefault();
    onGo(field);
  };
  return html`
    <div
      class="summary"
      part="error-summary"
      role="group"
      aria-labelledby="summary-title"
      tabindex="-1"
    >
      <div id="summary-title" class="summary-title" role="heading" aria-level=${headingLevel}>
        ${title}
      </div>
      <ul>
        ${lines.map(
          ({ field, text, question }) => html`
            <li>
              <a href="#field-${field}" @click=${(event: Event) => handleClick(event, field)}
                >${question ? html`${written(textIn(question, locale))} – ${text}` : text}</a
              >
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}

/**
 * Goes to the error summary of `host`, as soon as it is drawn: its texts, or the part of the form that it stands in, may
 * still be on their way. By its name it is read out, and Tab leads to its first line. Gives up where the host leaves the
 * page.
 */
export async function focusErrorSummary(host: LitElement): Promise<void> {
  const summary = await whenDrawn(host, '.summary');
  summary?.focus({ preventScroll: true });
  // In the middle, clear of what a page keeps at its edges; of a long list, the beginning.
  summary?.firstElementChild?.scrollIntoView({ block: 'center' });
}
