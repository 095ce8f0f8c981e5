import type { ProposalAttachment } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { SizeUnits } from '../foundation/locale/file-size.js';
import { fileSize } from '../foundation/locale/file-size.js';
import type { Locale } from '../foundation/locale/locale.js';

/** The words about files that went along with a proposal. */
export interface SentFilesMessages extends SizeUnits {
  readonly title: (count: number) => string;
  readonly photo: string;
  readonly document: string;
}

/** The files that the authority holds, each with what its sender said it shows: so that nobody wonders whether they came. */
export function renderSentFiles(
  messages: SentFilesMessages,
  locale: Locale,
  files: readonly ProposalAttachment[],
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`
    <div class="sent-files" part="sent-files">
      <p class="label">${messages.title(files.length)}</p>
      <ul>
        ${files.map(
          ({ mediaType, bytes, description }) => html`
            <li>
              <bdi>${mediaType === 'application/pdf' ? messages.document : messages.photo}</bdi>
              (<bdi>${fileSize(locale, bytes, messages)}</bdi>)${
                description
                  ? html` – <bdi lang=${description.language}>${description.text}</bdi>`
                  : nothing
              }
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}
