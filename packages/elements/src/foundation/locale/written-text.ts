import type { WrittenText } from '@nafida/contract';
import { withIsolatedRuns } from '@nafida/contract/reads.js';
import { html, type TemplateResult } from 'lit';
import { directionOf, localeOf, type Direction } from './locale.js';

/** Text that somebody wrote, marked with the language it is really in and kept from turning its surroundings. */
export function written({ text, language }: WrittenText): TemplateResult {
  return html`<bdi lang=${language} dir=${textDirectionOf(language)}
    >${withIsolatedRuns(text)}</bdi
  >`;
}

/** The direction of a text in a language; its first letter decides where we do not speak that. */
export function textDirectionOf(language: string): Direction | 'auto' {
  const locale = localeOf(language);
  return locale ? directionOf(locale) : 'auto';
}
