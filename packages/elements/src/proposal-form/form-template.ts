import type { Consultation } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../foundation/locale/written-text.js';
import { renderLoadError } from '../foundation/errors/load-error-template.js';
import { placeParts } from '../foundation/nested-parts.js';
import type { RegionChangeEvent } from '../region-picker/region-picker-events.js';
import { lasts, renderSendingError } from '../submission/sending-error-template.js';
import { renderPrivacy } from '../submission/privacy-template.js';
import type { AttachmentsSection } from './attachments/attachments-section.js';
import { renderChoice } from './form/choice-template.js';
import { renderField, renderLabel, renderOptional } from './form/field-template.js';
import type { FormView } from './form/form-view.js';
import { longest } from './content/proposal-content.js';
import type { PlaceChoice } from './terms/proposal-place.js';
import type { QuestionSection } from './questions/question-section.js';
import type { SendingSection } from './sending/sending-section.js';
import type { SimilarSection } from './similar/similar-section.js';
import type { FormStep } from './steps/form-steps.js';
import type { StepsSection } from './steps/steps-section.js';

/** The whole form: with the parts that are loaded when somebody is about to need them, undefined until then. */
export interface WholeFormView extends FormView {
  /** What asks the consultation's own questions. */
  readonly questions: QuestionSection | undefined;
  /** What takes photos and documents. */
  readonly attachments: AttachmentsSection | undefined;
  /** Undefined unless what takes photos and documents could not be loaded. */
  readonly onRetryAttachments: (() => void) | undefined;
  /** What checks and sends. */
  readonly sending: SendingSection | undefined;
  /** What offers proposals near the one being written. */
  readonly similar: SimilarSection | undefined;
  /** What shows the form in steps; undefined also where it stands on one page. */
  readonly steps: StepsSection | undefined;
  /** What the page calls the field for the place; nothing unless it has a name of its own for it. */
  readonly placeLabel: string | undefined;
}

/** What the form asks the element to do. */
export interface FormActions {
  readonly onSend: () => void;
  readonly onErase: () => void;
  /** Undefined unless the field for the place could not be loaded. */
  readonly onRetryPlace: (() => void) | undefined;
  /** Undefined unless the consultation's own questions could not be loaded. */
  readonly onRetryQuestions: (() => void) | undefined;
}

/** The form: what it is about, the proposal, where, who, the privacy notice, and the one button. */
export function renderForm(view: WholeFormView, actions: FormActions): TemplateResult {
  const { form, messages } = view;
  const { consultation, consultations } = form;
  // On the buttons too: where a frame forbids forms, or a page cancels clicks, nothing is ever submitted.
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    if (view.steps && !view.steps.isLast) void view.steps.next();
    else actions.onSend();
  };
  return html`
    <form
      class="form"
      part="form"
      novalidate
      aria-label=${messages.formLabel}
      @submit=${handleSubmit}
    >
      <slot name="intro"></slot>
      ${consultations.length > 1 ? renderFormHeading(view) : nothing}
      ${form.isRestored ? html`<p class="notice" part="notice">${messages.restored}</p>` : nothing}
      ${
        consultations.length > 1
          ? nothing
          : renderStep(view, 'proposal', renderSubject(view, consultations[0]!))
      }
      ${view.steps?.renderHead(view) ?? nothing} ${view.sending?.renderHead(view) ?? nothing}
      ${
        consultations.length > 1
          ? renderStep(view, 'proposal', renderChoice(view, 'consultation', consultations))
          : nothing
      }
      ${
        consultation
          ? html`${renderFields(view, consultation, actions)}
              ${renderSending(view, actions, handleSubmit)} <slot name="after"></slot>`
          : nothing
      }
    </form>
  `;
}

/** Fields of one step: all steps stand in the page, and where it is narrow all but one are hidden. */
function renderStep({ steps }: WholeFormView, step: FormStep, content: unknown) {
  return html`<div class="step" ?hidden=${steps !== undefined && !steps.isShown(step)}>
    ${content}
  </div>`;
}

function renderSending(
  view: WholeFormView,
  actions: FormActions,
  onSubmit: (event: Event) => void,
) {
  const { form, steps } = view;
  const button = steps && !steps.isLast ? steps.renderNext(onSubmit) : renderSend(view, onSubmit);
  return html`
    <div class="sending">
      ${view.attachments?.renderProgress() ?? nothing} ${renderFailed(view)}
      ${steps ? html`<div class="step-buttons">${button} ${steps.renderBack()}</div>` : button}
      ${form.isKept ? renderKept(view, actions) : nothing}
    </div>
  `;
}

function renderSend({ form, messages }: FormView, onSubmit: (event: Event) => void) {
  const { isSending, failed } = form.sending;
  const mayPass = failed && !lasts(failed.reason);
  return html`<button
    class="button"
    part="submit"
    type="submit"
    aria-disabled=${isSending}
    @click=${onSubmit}
  >
    ${isSending ? messages.sending : mayPass ? messages.sendAgain : messages.send}
  </button>`;
}

/** The heading where no single consultation gives it: for those who go about a page by its headings. */
export function renderFormHeading({ messages, headingLevel }: FormView): TemplateResult {
  return html`<div class="visually-hidden" role="heading" aria-level=${headingLevel}>
    ${messages.formLabel}
  </div>`;
}

/** What the consultation is called and about. */
export function renderSubject(
  { locale, headingLevel }: FormView,
  consultation: Consultation,
): TemplateResult {
  const { title, description } = consultation;
  return html`
    <div class="subject">
      <div class="heading" part="heading" role="heading" aria-level=${headingLevel}>
        ${written(textIn(title, locale))}
      </div>
      ${description ? html`<p>${written(textIn(description, locale))}</p>` : nothing}
    </div>
  `;
}

function renderFields(view: WholeFormView, consultation: Consultation, actions: FormActions) {
  const { form, messages } = view;
  const { axes } = consultation;
  return html`
    ${renderStep(
      view,
      'proposal',
      html`${axes.length > 1 && !form.isSettled('axis') ? renderChoice(view, 'axis', axes) : nothing}
      ${renderField(view, 'title', {
        hint: messages.titleHint,
        examples: axes.find(({ id }) => id === form.content.axis)?.examples,
        maximum: longest('title', consultation),
      })}
      ${view.similar?.render(view) ?? nothing}
      ${renderField(view, 'body', {
        hint: messages.bodyHint,
        maximum: longest('body', consultation),
      })}
      ${renderFiles(view, consultation)}`,
    )}
    ${renderStep(
      view,
      'details',
      html`${form.placeChoice ? renderPlace(view, form.placeChoice, actions) : nothing}
      ${renderAsked(view, consultation, actions)}`,
    )}
    ${renderStep(view, 'author', renderAuthor(view))}
  `;
}

/** Who proposes, and the privacy notice with the consent. */
function renderAuthor(view: FormView) {
  const { form, messages, locale } = view;
  const { content } = form;
  const privacy = form.site!.privacy!;
  const contactHint = messages.contactHint(form.site!.sendsMail);
  return html`
    <fieldset class="group" aria-describedby="about-hint">
      <legend class="label">${renderLabel('author', messages.about)}${renderOptional(view)}</legend>
      <p id="about-hint" class="hint">${messages.aboutHint}</p>
      ${renderField(view, 'name', { hint: '', known: 'name' })}
      <label class="choice">
        <input
          type="checkbox"
          .checked=${content.nameVisible}
          @change=${({ target }: Event) =>
            form.type({ nameVisible: (target as HTMLInputElement).checked })}
        />
        <span>${renderLabel('name-visible', messages.nameVisible)}</span>
      </label>
      ${renderField(view, 'email', { hint: contactHint, known: 'email' })}
      ${renderField(view, 'phone', { hint: contactHint, known: 'tel' })}
    </fieldset>
    ${renderPrivacy({
      privacy,
      locale,
      messages: messages.privacyMessages,
      consentLabel: messages.consent,
      isGiven: content.consent,
      error: view.errorOf('consent'),
      onConsent: (consent) => form.type({ consent }),
    })}
  `;
}

/** The consultation's own questions: while they are on their way, their room. */
function renderAsked(
  view: WholeFormView,
  consultation: Consultation,
  { onRetryQuestions }: FormActions,
) {
  if (consultation.questions.length === 0) return nothing;
  if (onRetryQuestions) {
    const { questionsFailed: title, retry } = view.messages;
    return renderLoadError({ title, retry, onRetry: onRetryQuestions });
  }
  // Those that another answer leads to are not there at first.
  const first = consultation.questions.filter(({ showIf }) => !showIf);
  return view.questions?.render(view, consultation, view) ?? renderRoom(first);
}

/** Photos and documents: while what chooses them is on its way, its room. */
function renderFiles(view: WholeFormView, consultation: Consultation) {
  if (!consultation.policy.attachments || view.onRetryAttachments) return nothing;
  return view.attachments?.render(view, consultation) ?? renderRoom(['label', 'button']);
}

/** The room of so many fields, so that what a person reads or types in under them stays where it is. */
function renderRoom(fields: readonly unknown[]) {
  return html`<div class="bones" part="skeleton" aria-busy="true">
    ${fields.map(() => html`<span></span>`)}
  </div>`;
}

function renderPlace(
  view: WholeFormView,
  { minLevel, level, within }: PlaceChoice,
  { onRetryPlace }: FormActions,
) {
  const { form, messages, locale } = view;
  if (onRetryPlace) {
    const { placeFailed: title, retry } = messages;
    return renderLoadError({ title, retry, onRetry: onRetryPlace });
  }
  const handleChange = ({ detail }: RegionChangeEvent) =>
    form.type({ territory: detail.place?.code ?? '' });
  return html`
    <nafida-region-picker
      id="field-territory"
      part="place"
      exportparts=${placeParts}
      lang=${locale}
      level=${level}
      min-level=${minLevel}
      within=${within}
      label=${view.placeLabel ?? messages.labels.territory}
      hint=${messages.placeHint}
      required
      ?readonly=${form.isSettled('territory') || form.sending.isSending}
      .value=${form.content.territory}
      @nafida-region-change=${handleChange}
    ></nafida-region-picker>
  `;
}

function renderFailed({ messages, form, sending, locale }: WholeFormView) {
  // Without what sends nothing has left.
  const { failed } = form.sending;
  const text = failed ? (sending?.reasonText(messages, failed) ?? messages.notSent) : '';
  return renderSendingError(text, failed?.reason, form.site, locale);
}

function renderKept({ messages }: FormView, { onErase }: FormActions) {
  return html`
    <p class="kept hint" part="draft">
      ${messages.kept}
      <button class="button quiet" type="button" @click=${onErase}>${messages.erase}</button>
    </p>
  `;
}
