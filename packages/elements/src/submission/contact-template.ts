import type { Locale, Site } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { written } from '../foundation/locale/written-text.js';

/** The other way where nothing can be sent: whom to turn to, and what the page offers instead (default slot). */
export function renderOtherWay(site: Site | undefined, locale: Locale): TemplateResult {
  return html`${renderContact(site, locale)}<slot></slot>`;
}

/** Whom to contact where a page cannot send: the authority, with its telephone, mail and address where they are known. */
function renderContact(site: Site | undefined, locale: Locale) {
  if (!site) return nothing;
  const { phone, email, address } = site.privacy?.contact ?? {};
  return html`
    <address class="contact" part="contact">
      <p>${written(textIn(site.name, locale))}</p>
      ${
        phone
          ? html`<p>
              <a href="tel:${phone.replace(/[^\d+]/g, '')}"><bdi dir="ltr">${phone}</bdi></a>
            </p>`
          : nothing
      }
      ${
        email
          ? html`<p>
              <a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a>
            </p>`
          : nothing
      }
      ${address ? html`<p>${written(textIn(address, locale))}</p>` : nothing}
    </address>
  `;
}
