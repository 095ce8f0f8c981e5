import { html, nothing } from 'lit';
import type { SendingMessages } from './messages.js';

/**
 * A field that nobody sees, hears or reaches with a key. What fills in every field it finds fills it in too, and is not
 * sent; a person whose browser did so is shown the field, and loses nothing.
 */
export class Trap {
  #text = '';
  #isSprung = false;

  /** True when something stood in it at the last press of send. */
  get isSprung(): boolean {
    return this.#isSprung;
  }

  /** At a press of send; says whether nothing stands in it. */
  spring(): boolean {
    this.#isSprung = this.#text !== '';
    return !this.#isSprung;
  }

  render({ trap, trapped }: SendingMessages) {
    const isSprung = this.#isSprung;
    return html`
      <div
        class=${isSprung ? 'field invalid' : 'visually-hidden'}
        aria-hidden=${isSprung ? nothing : 'true'}
      >
        <label class="label" part="label" for="field-website">${trap}</label>
        ${isSprung ? html`<p id="error-website" class="error" part="error">${trapped}</p>` : nothing}
        <input
          id="field-website"
          class="control"
          part="control"
          type="text"
          name="website"
          autocomplete="off"
          tabindex=${isSprung ? nothing : '-1'}
          aria-invalid=${isSprung ? 'true' : nothing}
          aria-describedby=${isSprung ? 'error-website' : nothing}
          .value=${this.#text}
          @input=${({ target }: Event) => {
            this.#text = (target as HTMLInputElement).value;
          }}
        />
      </div>
    `;
  }
}
