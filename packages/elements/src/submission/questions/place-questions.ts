import type { Question } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import { written } from '../../foundation/locale/written-text.js';
import { placeParts } from '../../foundation/nested-parts.js';
import type { RegionChangeEvent } from '../../region-picker/region-picker-events.js';
import type { RegionPickerElement } from '../../region-picker/region-picker-element.js';
import type { PlaceRenderer, QuestionsView } from './question-parts.js';
import { renderUnloaded } from './question-parts.js';

/** Questions answered by a place. The region picker is loaded with the first of them that is drawn. */
export class PlaceQuestions implements PlaceRenderer {
  readonly #picker: LazyModule<unknown>;

  constructor(host: LitElement) {
    this.#picker = new LazyModule(host, () => import('../../region-picker/define.js'));
  }

  render(view: QuestionsView, question: Question): TemplateResult {
    this.#picker.ask();
    return this.#picker.failed
      ? renderUnloaded(view, question, () => void this.#picker.need())
      : renderPicker(view, question);
  }
}

function renderPicker(view: QuestionsView, question: Question) {
  const { id, label, hint, required, place } = question;
  const { locale, messages, isSending } = view;
  const { level = 'commune', minLevel = 'region', within = null } = place ?? {};
  const typed = view.typed.get(id);
  const error = view.errorOf(question);
  return html`
    <nafida-region-picker
      id="field-answers.${id}"
      part="place"
      exportparts=${placeParts}
      lang=${locale}
      level=${level === 'unknown' ? 'commune' : level}
      min-level=${minLevel === 'unknown' ? 'region' : minLevel}
      within=${within ?? nothing}
      label=${textIn(label, locale).text}
      ?required=${required}
      ?readonly=${isSending}
      .value=${live(typeof typed === 'string' ? typed : '')}
      ${ref((picker) => tell(picker as RegionPickerElement | undefined, error))}
      @nafida-region-change=${({ detail }: RegionChangeEvent) =>
        view.onAnswer(question, detail.place?.code ?? '')}
    >
      <span slot="label">${written(textIn(label, locale))}</span>
      <span slot="hint">${hint ? written(textIn(hint, locale)) : messages.placeHint}</span>
    </nafida-region-picker>
  `;
}

/** The error of the form stands in the picker, where it has none of its own to show. */
function tell(picker: RegionPickerElement | undefined, error: string): void {
  if (!picker?.hasUpdated) return;
  picker.setCustomValidity('');
  if (!error) return;
  if (picker.validity.valid) picker.setCustomValidity(error);
  picker.checkValidity();
}
