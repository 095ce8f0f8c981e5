import type { WrittenText } from '@nafida/contract';
import { withIsolatedRuns } from '@nafida/contract/reads.js';
import { html } from 'lit';
import { directionOf } from './locale.js';

/** Text that somebody wrote, marked with the language it is really in and kept from turning its surroundings. */
export function written({ text, language }: WrittenText) {
  return html`<bdi lang=${language} dir=${directionOf(language)}>${withIsolatedRuns(text)}</bdi>`;
}
