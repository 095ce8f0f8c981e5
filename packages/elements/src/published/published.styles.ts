import { css } from 'lit';
import { loadError } from '../foundation/errors/load-error.styles.js';
import { base } from '../foundation/styles/base.styles.js';
import { button } from '../foundation/styles/button.styles.js';
import { field } from '../foundation/styles/field.styles.js';
import { points } from '../foundation/styles/points.styles.js';

const layout = css`
  ${points}
  .root {
    container-type: inline-size;
  }
  p,
  ul {
    margin: 0;
  }
  .status {
    display: inline-block;
    padding-inline: var(--_space-2);
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    font-size: var(--_small);
    font-weight: 600;
  }
  .status:is(.accepted, .implemented) {
    border-color: var(--_success);
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }
  .status.not_answered {
    border-style: dashed;
    font-weight: normal;
  }
  .facts {
    padding: 0;
    color: var(--_muted);
    font-size: var(--_small);
    list-style: none;
  }
  .facts a {
    color: inherit;
  }
  .text {
    max-inline-size: 65ch;
    /* In its own direction: what is written from the right begins at the right edge also on a page from the left. */
    margin-inline-end: auto;
    white-space: pre-wrap;
  }
  /* About as wide as the name of a place that is on its way, so that its line does not break when it comes. */
  .coming {
    display: inline-block;
    inline-size: 6em;
  }
  .bones {
    display: grid;
    gap: var(--_space-3);
    padding-block: var(--_space-4);
  }
  .bones span {
    block-size: 0.9em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  .bones span:nth-child(1) {
    inline-size: 60%;
  }
  .bones span:nth-child(2) {
    inline-size: 90%;
  }
  .bones span:nth-child(3) {
    inline-size: 40%;
  }
  @media (forced-colors: active) {
    .bones span {
      border: 1px solid GrayText;
    }
  }
`;

/** How a published proposal looks, in a list and alone. */
export const published = [base, button, field, loadError, layout];
