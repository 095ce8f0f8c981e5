import type { AttachmentPolicy } from '@nafida/contract';
import { attachmentLimits, attachmentTypes } from '@nafida/contract/limits.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { optionalMark } from '../../foundation/optional-mark.js';
import { renderOptional } from '../form/field-template.js';
import type { FormView } from '../form/form-view.js';
import type { ChosenFile, FileIssue } from './chosen-file.js';
import type { ChosenFiles } from './chosen-files.js';
import { fileSize } from '../../foundation/locale/file-size.js';
import type { AttachmentMessages } from './messages.js';

/** What the list asks to be done. */
export interface AttachmentActions {
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (file: ChosenFile) => void;
  readonly onDescribe: (file: ChosenFile, description: string) => void;
}

/** Where files are chosen: for the proposal itself, or as the answer to a question. */
export interface FilesField {
  /** The field's id is `field-` and this. */
  readonly key: string;
  readonly question: string | undefined;
  readonly label: TemplateResult | string;
  /** What stands under the label before what may be chosen. */
  readonly hint: TemplateResult | undefined;
  readonly error: string;
  readonly isRequired: boolean;
  readonly policy: AttachmentPolicy;
}

/** Files, each with what it shows, and the button that adds more. */
export function renderAttachments(
  view: FormView,
  chosen: ChosenFiles,
  field: FilesField,
  attachmentMessages: AttachmentMessages,
  actions: AttachmentActions,
): TemplateResult {
  const { locale } = view;
  const { key, question, label, hint, error, isRequired, policy } = field;
  const size = fileSize(locale, policy.bytes, attachmentMessages);
  const issue = (each: FileIssue) => attachmentMessages.issue(each, { size, count: policy.count });
  const files = chosen.filesFor(question);
  const turnedAway = chosen.turnedAway.filter((each) => each.question === question);
  return html`
    <div
      id="field-${key}"
      class="field files ${error ? 'invalid' : ''}"
      part="files"
      role="group"
      tabindex="-1"
      aria-labelledby="label-${key}"
      aria-describedby="hint-${key}${error ? ` error-${key}` : ''}"
    >
      <span id="label-${key}" class="label" part="label"
        >${label} ${isRequired ? nothing : renderOptional(view)}</span
      >
      <div id="hint-${key}" class="hint" part="hint">
        ${hint ? html`<p>${hint}</p>` : nothing}
        <p>${attachmentMessages.hint(policy.count, size)}</p>
      </div>
      ${error ? html`<p id="error-${key}" class="error" part="error">${error}</p>` : nothing}
      <div role="alert">
        ${turnedAway.map(
          (each) =>
            html`<p class="error" part="error">
              <span><bdi>${each.name}</bdi> – ${issue(each.issue)}</span>
            </p>`,
        )}
      </div>
      ${
        files.length > 0
          ? html`<ul>
              ${files.map((file) => renderFile(view, file, attachmentMessages, issue, actions))}
            </ul>`
          : nothing
      }
      ${chosen.isPreparing ? html`<p class="hint">${attachmentMessages.preparing}</p>` : nothing}
      ${files.length < policy.count ? renderAdd(view, key, attachmentMessages, actions) : nothing}
    </div>
  `;
}

function renderFile(
  { locale, form, messages }: FormView,
  file: ChosenFile,
  attachmentMessages: AttachmentMessages,
  issue: (issue: FileIssue) => string,
  { onRemove, onDescribe }: AttachmentActions,
) {
  const { id, name, content, description } = file;
  const kind = content.type === 'application/pdf' ? 'document' : 'photo';
  return html`
    <li>
      <p class="name">
        <bdi>${name}</bdi>
        <span class="hint points">
          <bdi>${attachmentMessages.kinds[kind]}</bdi>
          <bdi>${fileSize(locale, content.size, attachmentMessages)}</bdi>
        </span>
      </p>
      ${
        file.issue
          ? html`<p id="error-${id}" class="error" part="error">${issue(file.issue)}</p>`
          : nothing
      }
      <label class="hint" for="describe-${id}"
        >${attachmentMessages.describe}${optionalMark(messages.optional)}</label
      >
      <input
        id="describe-${id}"
        class="control"
        part="control"
        type="text"
        dir="auto"
        autocomplete="off"
        maxlength=${attachmentLimits.description.max}
        aria-describedby=${file.issue ? `error-${id}` : nothing}
        ?readonly=${form.sending.isSending}
        .value=${live(description)}
        @input=${({ target }: Event) => onDescribe(file, (target as HTMLInputElement).value)}
      />
      <button
        class="button quiet"
        type="button"
        aria-label=${attachmentMessages.removeFile(name)}
        aria-disabled=${form.sending.isSending}
        @click=${() => form.sending.isSending || onRemove(file)}
      >
        ${attachmentMessages.remove}
      </button>
    </li>
  `;
}

// The button that browsers draw for files speaks the browser's language, not the page's.
function renderAdd(
  { form }: FormView,
  key: string,
  attachmentMessages: AttachmentMessages,
  { onAdd }: AttachmentActions,
) {
  const handleChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again once it was removed.
    input.value = '';
    if (files.length > 0) onAdd(files);
  };
  return html`
    <label class="button secondary add">
      <input
        id="add-${key}"
        class="visually-hidden"
        type="file"
        multiple
        accept=${attachmentTypes.join()}
        aria-describedby="label-${key} hint-${key}"
        ?disabled=${form.sending.isSending}
        @change=${handleChange}
      />
      ${attachmentMessages.add}
    </label>
  `;
}

/** How far sending the files is, above the button that began it. */
export function renderProgress(
  { progress }: ChosenFiles,
  attachmentMessages: AttachmentMessages,
): TemplateResult | typeof nothing {
  if (!progress) return nothing;
  const { file, of, share } = progress;
  const text = attachmentMessages.sending(file, of, Math.floor(share * 100));
  return html`
    <div class="upload">
      <label for="upload">${text}</label>
      <progress id="upload" max="1" .value=${share}></progress>
    </div>
  `;
}
