import { registrationNeeds } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { optionalMark } from '../../foundation/optional-mark.js';
import type { FormView } from './form-view.js';

/** How many places one registration is for, where the session lets people come together. */
export function renderPlaces({
  messages,
  form,
  session,
}: FormView): TemplateResult | typeof nothing {
  const {
    placesPerRegistration = 1,
    capacity = null,
    remaining = null,
  } = session.registration ?? {};
  const most = Math.min(placesPerRegistration, capacity || Infinity);
  const { places } = form.content;
  const issue = form.issues.find(({ field }) => field === 'places');
  if (most < 2 && !issue) return nothing;
  const isShort = remaining !== null && remaining > 0 && places > remaining;
  const descriptions = [isShort && 'hint-places', issue && 'error-places'].filter(Boolean);
  return html`
    <div class="field ${issue ? 'invalid' : ''}">
      <label class="label" part="label" for="field-places">${messages.labels.places}</label>
      <div role="status">
        ${
          isShort
            ? html`<p id="hint-places" class="hint">${messages.placesShort(remaining)}</p>`
            : nothing
        }
      </div>
      ${
        issue
          ? html`<p id="error-places" class="error" part="error">
              ${messages.issue('places', issue.code)}
            </p>`
          : nothing
      }
      <select
        id="field-places"
        class="control number"
        part="control"
        aria-invalid=${issue ? 'true' : nothing}
        aria-describedby=${descriptions.length > 0 ? descriptions.join(' ') : nothing}
        @change=${({ target }: Event) =>
          form.type({ places: Number((target as HTMLSelectElement).value) })}
      >
        ${[...new Array(Math.max(1, most)).keys()]
          .map((index) => index + 1)
          .map(
            (count) =>
              html`<option value=${count} .selected=${live(count === places)}>
                ${messages.placesCount(count)}
              </option>`,
          )}
      </select>
    </div>
  `;
}

type NeedsView = Pick<FormView, 'messages' | 'form'>;

/** What a person needs in order to take part; further words are asked for once something is chosen. */
export function renderNeeds({ messages, form }: NeedsView): TemplateResult {
  const { needs } = form.content;
  const handleChange = ({ target }: Event) => {
    const { value, checked } = target as HTMLInputElement;
    form.type({
      needs: registrationNeeds.filter((need) => (need === value ? checked : needs.includes(need))),
    });
  };
  return html`
    <fieldset class="group needs" aria-describedby="hint-needs">
      <legend class="label">
        ${messages.needs}${optionalMark(messages.questionMessages.optional)}
      </legend>
      <p id="hint-needs" class="hint">${messages.needsHint}</p>
      <div @change=${handleChange}>
        ${registrationNeeds.map(
          (need, index) => html`
            <label class="choice" part="choice">
              <input
                id=${index === 0 ? 'field-needs' : nothing}
                type="checkbox"
                name="needs"
                value=${need}
                .checked=${live(needs.includes(need))}
              />
              <span>${messages.needsChoices[need]}</span>
            </label>
          `,
        )}
      </div>
      ${needs.length === 0 ? nothing : renderNeedsDetails({ messages, form })}
    </fieldset>
  `;
}

function renderNeedsDetails({ messages, form }: NeedsView): TemplateResult {
  const issue = form.issues.find(({ field }) => field === 'needsDetails');
  return html`
    <div class="field ${issue ? 'invalid' : ''}">
      <label class="label" part="label" for="field-needsDetails">
        ${messages.labels.needsDetails}${optionalMark(messages.questionMessages.optional)}
      </label>
      ${
        issue
          ? html`<p id="error-needsDetails" class="error" part="error">
              ${messages.issue('needsDetails', issue.code)}
            </p>`
          : nothing
      }
      <textarea
        id="field-needsDetails"
        class="control"
        part="control"
        rows="3"
        dir="auto"
        aria-invalid=${issue ? 'true' : nothing}
        aria-describedby=${issue ? 'error-needsDetails' : nothing}
        .value=${form.content.needsDetails}
        @input=${({ target }: Event) =>
          form.type({ needsDetails: (target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>
  `;
}
