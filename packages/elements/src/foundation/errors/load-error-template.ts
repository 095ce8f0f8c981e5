import { html, nothing, type TemplateResult } from 'lit';

/** What a load error is drawn with. */
export interface LoadErrorView {
  /** What could not be read. */
  readonly title: string;
  /** Level of the heading that it stands in for; undefined for a part under a heading, which is read out when it fails. */
  readonly headingLevel?: number | undefined;
  /** Why, and what to do; undefined where the title says it. */
  readonly why?: string;
  /** Name of the button that tries again. */
  readonly retry: string;
  /** Undefined where another try does not help. */
  readonly onRetry: (() => void) | undefined;
  /** What there is instead. */
  readonly instead?: unknown;
}

/** What could not be read, the same in every element: why, the way to try again where that may help, and what there is instead. */
export function renderLoadError(view: LoadErrorView): TemplateResult {
  const { title, headingLevel, why, retry, onRetry, instead } = view;
  return html`
    <div class="failure" part="failure">
      <div
        class="error"
        part="error"
        role=${headingLevel ? 'heading' : 'alert'}
        aria-level=${headingLevel ?? nothing}
      >
        ${title}
      </div>
      ${why ? html`<p>${why}</p>` : nothing}
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
