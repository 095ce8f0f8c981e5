import type { Locale, Privacy } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../foundation/locale/date-format.js';
import { written } from '../foundation/locale/written-text.js';
import { privacyLines, type PrivacyMessages } from './privacy-lines.js';

/** What the notice and the consent under it are drawn with. */
export interface PrivacyView {
  readonly privacy: Privacy;
  readonly locale: Locale;
  readonly messages: PrivacyMessages;
  /** The sentence to agree to. */
  readonly consentLabel: string;
  readonly isGiven: boolean;
  /** What is wrong with the consent; empty when nothing is. */
  readonly error: string;
  readonly onConsent: (isGiven: boolean) => void;
}

/** The notice that law 09-08 asks for, in short lines, and the box that says it was accepted. */
export function renderPrivacy(view: PrivacyView): TemplateResult {
  const { privacy, locale, messages, consentLabel, isGiven, error, onConsent } = view;
  const formatDate = (text: string) => {
    const [year, month, day] = text.split('-').map(Number);
    return formatDay(locale, { year: year!, month: month!, day: day! }, { weekday: false });
  };
  return html`
    <section class="privacy" part="privacy" aria-labelledby="privacy-title">
      <p id="privacy-title" class="label">${messages.title}</p>
      <dl id="privacy-text">
        ${privacyLines(privacy, messages, locale, formatDate).map(
          ({ term, content, contacts = [] }) => html`
            <div>
              <dt>${term}</dt>
              <dd>
                ${content.map(
                  (part) => html`<span>${typeof part === 'string' ? part : written(part)}</span> `,
                )}
                ${contacts.map((each) => html`<div>${written(each)}</div>`)}
              </dd>
            </div>
          `,
        )}
      </dl>
      <div class="field ${error ? 'invalid' : ''}">
        ${error ? html`<p id="error-consent" class="error" part="error">${error}</p>` : nothing}
        <label class="choice">
          <input
            id="field-consent"
            type="checkbox"
            aria-required="true"
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? 'error-consent privacy-text' : 'privacy-text'}
            .checked=${isGiven}
            @change=${({ target }: Event) => onConsent((target as HTMLInputElement).checked)}
          />
          <span>${consentLabel}</span>
        </label>
      </div>
    </section>
  `;
}
