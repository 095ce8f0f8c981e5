import { css } from 'lit';
import { codes } from '../submission/codes.styles.js';
import { submissionPage } from '../submission/submission-page.styles.js';

const layout = css`
  .form,
  .status {
    display: grid;
    gap: var(--_space-5);
    max-inline-size: 40em;
  }
  .status > * {
    min-inline-size: 0;
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
export const styles = [submissionPage, codes, layout];
