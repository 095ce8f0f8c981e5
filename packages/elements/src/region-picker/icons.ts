import { html } from 'lit';

/** Points onwards in the direction of reading: the style sheet mirrors it. */
export const chevron = html`<svg class="icon onwards" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m9 5 7 7-7 7" />
</svg>`;

/** Arrow that points down: opens the list. */
export const expand = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m5 9 7 7 7-7" />
</svg>`;

/** A ring that turns: the list is on its way. */
export const wait = html`<svg class="icon wait" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 4a8 8 0 1 0 8 8" />
</svg>`;

/** Check mark of the chosen place. */
export const check = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="m5 13 4 4L19 7" />
</svg>`;

/** Cross: clears the field, or closes the list. */
export const cross = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`;

/** Map pin: finds the places near the device. */
export const pin = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 21c-5-5.5-7-8.5-7-11a7 7 0 0 1 14 0c0 2.5-2 5.5-7 11z" />
  <circle cx="12" cy="10" r="2" />
</svg>`;
