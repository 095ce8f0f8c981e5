import { html, nothing } from 'lit';
import type { CalendarContext } from '../view/calendar-context.js';
import type { CodeController } from './code-controller.js';
import type { CodeFault } from './code-fault.js';
import type { RegistrationMessages } from './messages.js';

/** Asks for the code of a registration. */
export function renderCodeForm(
  context: CalendarContext,
  messages: RegistrationMessages,
  codes: CodeController,
) {
  const { fault, isOpening } = codes;
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    void codes.open();
  };
  const handleInput = ({ target }: Event) => {
    codes.code = (target as HTMLInputElement).value;
  };
  const error =
    fault === undefined
      ? undefined
      : fault === 'required'
        ? messages.manageRequired
        : codeFaultText(context, messages, fault);
  return html`
    <form class="form" part="form" novalidate aria-labelledby="code-title" @submit=${handleSubmit}>
      <div
        id="code-title"
        class="heading"
        role="heading"
        aria-level=${context.headingLevel}
        tabindex="-1"
      >
        ${messages.manageTitle}
      </div>
      <div class="field ${error ? 'invalid' : ''}">
        <label class="label" part="label" for="field-code">${messages.manageLabel}</label>
        <p id="hint-code" class="hint">${messages.manageHint}</p>
        <div role="alert">
          ${error ? html`<p id="error-code" class="error" part="error">${error}</p>` : nothing}
        </div>
        <input
          id="field-code"
          class="control"
          part="control"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-required="true"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'hint-code error-code' : 'hint-code'}
          .value=${codes.code}
          @input=${handleInput}
        />
      </div>
      <button class="button" part="submit" type="submit" aria-disabled=${isOpening}>
        ${isOpening ? messages.manageOpening : messages.manageOpen}
      </button>
    </form>
  `;
}

/** What to say when a code did not open or did not cancel a registration. */
export function codeFaultText(
  context: CalendarContext,
  messages: RegistrationMessages,
  fault: CodeFault,
): string {
  if (fault === 'unknown') return messages.manageUnknown;
  return fault === 'closed' ? messages.cancelClosed : context.messages.failedBecause(fault);
}
