import { html, nothing, type TemplateResult } from 'lit';
import type { SendingMessages } from './messages.js';

/**
 * A field that nobody sees, hears or reaches with a key. What fills in every field it finds fills it in too, and is not
 * sent; a person whose browser did so is shown the field, and loses nothing.
 */
export class Honeypot {
  #text = '';
  #isFilled = false;

  /** True when something stood in it at the last press of send. */
  get isFilled(): boolean {
    return this.#isFilled;
  }

  /** At a press of send; says whether nothing stands in it. */
  check(): boolean {
    this.#isFilled = this.#text !== '';
    return !this.#isFilled;
  }

  render({ honeypot, honeypotFilled }: SendingMessages): TemplateResult {
    const isFilled = this.#isFilled;
    return html`
      <div
        class=${isFilled ? 'field invalid' : 'visually-hidden'}
        aria-hidden=${isFilled ? nothing : 'true'}
      >
        <label class="label" part="label" for="field-website">${honeypot}</label>
        ${isFilled ? html`<p id="error-website" class="error" part="error">${honeypotFilled}</p>` : nothing}
        <input
          id="field-website"
          class="control"
          part="control"
          type="text"
          name="website"
          autocomplete="off"
          tabindex=${isFilled ? nothing : '-1'}
          aria-invalid=${isFilled ? 'true' : nothing}
          aria-describedby=${isFilled ? 'error-website' : nothing}
          .value=${this.#text}
          @input=${({ target }: Event) => {
            this.#text = (target as HTMLInputElement).value;
          }}
        />
      </div>
    `;
  }
}
