import { html, type TemplateResult } from 'lit';

/**
 * The word beside a label that the field may be left empty. The space before it is inside: browsers drop the one between
 * a text and an element when they make the name of a group, which is then read out as one word.
 */
export function optionalMark(word: string): TemplateResult {
  return html`<span class="optional">${` (${word})`}</span>`;
}
