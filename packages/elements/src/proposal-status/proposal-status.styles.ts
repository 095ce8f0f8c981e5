import { css } from 'lit';
import { base } from '../foundation/styles/base.styles.js';
import { button } from '../foundation/styles/button.styles.js';
import { field } from '../foundation/styles/field.styles.js';
import { codes } from '../submission/codes.styles.js';
import { submission } from '../submission/submission.styles.js';

const layout = css`
  .root {
    container-type: inline-size;
  }
  p {
    margin: 0;
  }
  .form,
  .status {
    display: grid;
    gap: var(--_space-5);
    max-inline-size: 40em;
  }
  .form > *,
  .status > * {
    min-inline-size: 0;
  }
  .heading {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
  }
  .subheading {
    margin-block-end: var(--_space-2);
    font-size: 1.125em;
    font-weight: 700;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .state {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_edge);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .state:is(.accepted, .implemented) {
    border-color: var(--_success);
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }
  .state-name {
    font-size: 1.25em;
    font-weight: 700;
  }
  .state .label {
    margin-block-start: var(--_space-3);
  }
  .words {
    white-space: pre-wrap;
  }
  .sent-title {
    font-weight: 600;
  }
  .sent-body {
    margin-block-start: var(--_space-2);
    white-space: pre-wrap;
  }
  .button.another {
    justify-self: start;
  }
  @container (width >= 37.5em) {
    .form .button {
      justify-self: start;
    }
  }
  @media print {
    .another {
      display: none;
    }
  }
`;

/** Styles of the status of a proposal. */
export const styles = [base, button, field, submission, codes, layout];
