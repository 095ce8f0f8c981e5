import type { Proposal } from '@nafida/contract';
import type { LitElement, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { fileSize } from '../../foundation/locale/file-size.js';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import type { Locale } from '../../foundation/locale/locale.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import type { AttachmentListMessages } from './messages.js';
import { catalogues } from './catalogues.js';

export { catalogues };

const styles = css`
  .attachments ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .attachments a {
    display: inline-block;
    min-block-size: 44px;
    align-content: center;
    overflow-wrap: anywhere;
  }
`;

/**
 * Photos and documents of a published proposal, to be saved: links with what their sender says they show. Nothing of
 * them is drawn on the page. Loaded with the first proposal that has any.
 */
export class AttachmentList {
  readonly #locale: LocaleController<AttachmentListMessages>;

  constructor(host: LitElement) {
    this.#locale = new LocaleController(host, catalogues);
    addStyles(host, [styles]);
  }

  /** `baseUrl` is that of the server. */
  render(
    { attachments }: Proposal,
    baseUrl: string,
    locale: Locale,
  ): TemplateResult | typeof nothing {
    const messages = this.#locale.messages;
    if (!messages || attachments.length === 0) return nothing;
    return html`
      <div class="attachments" part="attachments">
        <p class="subheading">${messages.title}</p>
        <ul>
          ${attachments.map(({ path, mediaType, bytes, description }, at) => {
            const kind = mediaType === 'application/pdf' ? 'document' : 'photo';
            return html`<li>
              <a part="attachment" href="${baseUrl}${path}" download
                >${
                  description
                    ? html`<bdi lang=${description.language}>${description.text}</bdi>`
                    : messages[kind](at + 1)
                }</a
              >
              <span class="when points">
                <bdi>${messages.kinds[kind]}</bdi> <bdi>${fileSize(locale, bytes, messages)}</bdi>
              </span>
            </li>`;
          })}
        </ul>
      </div>
    `;
  }
}
