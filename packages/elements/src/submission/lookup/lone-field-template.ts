import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

/** What a field that a form asks for alone is drawn with. */
export interface LoneFieldView {
  readonly label: string;
  readonly hint: string;
  /** What is wrong; empty where nothing is. */
  readonly error: string;
}

/**
 * The label, the hint and the error around the `control` of a form that asks for one thing. The error is read out at once.
 * The control has the id `field-` and `name`, and is described by `hint-` and `error-` and `name`.
 */
export function renderLoneField(
  name: string,
  { label, hint, error }: LoneFieldView,
  control: TemplateResult,
): TemplateResult {
  return html`
    <div class="field ${error ? 'invalid' : ''}">
      <label class="label" part="label" for="field-${name}">${label}</label>
      <p id="hint-${name}" class="hint" part="hint">${hint}</p>
      <div role="alert">
        ${error ? html`<p id="error-${name}" class="error" part="error">${error}</p>` : nothing}
      </div>
      ${control}
    </div>
  `;
}
