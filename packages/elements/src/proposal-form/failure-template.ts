import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ProposalFormMessages } from './messages.js';

/** What could not be loaded, with the way to try again where that may help, and what there is instead. */
export function renderFailure(
  { retry }: ProposalFormMessages,
  text: string,
  onRetry: (() => void) | undefined,
  instead?: TemplateResult,
) {
  return html`
    <div class="failure">
      <p class="error" part="error" role="alert">${text}</p>
      ${
        onRetry
          ? html`<button class="button secondary" part="retry" type="button" @click=${onRetry}>
              ${retry}
            </button>`
          : nothing
      }
      ${instead}
    </div>
  `;
}
