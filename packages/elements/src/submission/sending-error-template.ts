import type { Locale, Site } from '@nafida/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderOtherWay } from './contact-template.js';

/** What keeps anything from being sent from this page until somebody mends it, or for good. */
const lasting = /^(?:setup|insecure_page|not_open|closed|gone)$/;

/** Whether sending again is of no use after `error`. */
export function lasts(error: string | undefined): boolean {
  return error !== undefined && lasting.test(error);
}

/** Why nothing came of sending, empty for nothing; where that lasts, with the other way to those who would have got it. */
export function renderSendingError(
  text: string,
  error: string | undefined,
  site: Site | undefined,
  locale: Locale,
): TemplateResult {
  // The region is there before the words are: only then are they read out.
  return html`<div role="alert">
      ${text ? html`<p class="error" part="error">${text}</p>` : nothing}
    </div>
    ${lasts(error) ? renderOtherWay(site, locale) : nothing}`;
}
