import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import type { FormController } from '../form/form-controller.js';
import type { FormView } from '../form/form-view.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';
import type { FormStep } from './form-steps.js';
import { stepOf, stepsOf } from './form-steps.js';
import type { StepsMessages } from './messages.js';
import { catalogues } from './catalogues.js';
import { styles } from './steps.styles.js';

export { catalogues };

/** What the steps ask of the form around them. */
export interface StepsSectionOptions {
  readonly focus: (selector: string) => Promise<void>;
  /** Shows what is wrong with these fields, and says whether nothing is. */
  readonly verify: (isAsked: (field: ProposalIssue['field']) => boolean) => Promise<boolean>;
  /** Goes to what says what is wrong. */
  readonly focusIssues: () => Promise<void>;
}

/**
 * A form on a narrow page, a part at a time. All fields stay in the page, so that nothing typed is lost on the way;
 * those of other steps are hidden. A step is left forwards once nothing in it is wrong, backwards always.
 */
export class StepsSection {
  readonly #host: LitElement;
  readonly #form: FormController;
  readonly #options: StepsSectionOptions;
  readonly #locale: LocaleController<StepsMessages>;
  #current: FormStep = 'proposal';

  constructor(host: LitElement, form: FormController, options: StepsSectionOptions) {
    this.#host = host;
    this.#form = form;
    this.#options = options;
    this.#locale = new LocaleController(host, catalogues);
    addStyles(host, [styles]);
  }

  get isLast(): boolean {
    return this.#index === this.#steps.length - 1;
  }

  /** Whether the fields of a step are to be seen. */
  isShown(step: FormStep): boolean {
    return step === this.#steps[this.#index];
  }

  /** Back to the beginning, for another proposal. */
  restart(): void {
    this.#current = 'proposal';
  }

  /** Shows the step in which a field stands. */
  reveal(field: ProposalIssue['field']): void {
    this.#show(stepOf(field));
  }

  /** Goes to the next step, unless something in this one is wrong. */
  async next(): Promise<void> {
    const step = this.#steps[this.#index]!;
    if (await this.#options.verify((field) => stepOf(field) === step)) await this.#go(1);
    else await this.#options.focusIssues();
  }

  /** Which step this is, of how many. */
  renderHead({ headingLevel }: FormView): TemplateResult | typeof nothing {
    const { messages } = this.#locale;
    if (!messages) return nothing;
    return html`<div class="step-head" part="step">
      <p class="hint">${messages.step(this.#index + 1, this.#steps.length)}</p>
      <div
        id="step-title"
        class="subheading"
        role="heading"
        aria-level=${headingLevel + 1}
        tabindex="-1"
      >
        ${messages.names[this.#steps[this.#index]!]}
      </div>
    </div>`;
  }

  /** The button that goes on, in all steps but the last. */
  renderNext(onSubmit: (event: Event) => void): TemplateResult {
    return html`<button class="button" part="next" type="submit" @click=${onSubmit}>
      ${this.#locale.messages?.next}
    </button>`;
  }

  /** The button that goes back, in all steps but the first. */
  renderBack(): TemplateResult | typeof nothing {
    if (this.#index === 0) return nothing;
    return html`<button
      class="button secondary"
      part="back"
      type="button"
      @click=${() => void this.#go(-1)}
    >
      ${this.#locale.messages?.back}
    </button>`;
  }

  get #steps(): readonly FormStep[] {
    const { consultation, placeChoice } = this.#form;
    const hasQuestions = (consultation?.questions.length ?? 0) > 0;
    return stepsOf({ asksDetails: placeChoice !== null || hasQuestions });
  }

  // The consultation decides which steps there are, and may be chosen anew.
  get #index(): number {
    return Math.max(0, this.#steps.indexOf(this.#current));
  }

  async #go(by: number): Promise<void> {
    this.#show(this.#steps[this.#index + by] ?? this.#current);
    await this.#options.focus('#step-title');
  }

  #show(step: FormStep): void {
    this.#current = step;
    this.#host.requestUpdate();
  }
}
