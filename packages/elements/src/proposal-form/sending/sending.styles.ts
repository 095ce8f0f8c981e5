import { css } from 'lit';
import { codes } from '../../submission/codes.styles.js';
import { errorSummary } from '../../submission/error-summary.styles.js';

const receipt = css`
  .receipt {
    display: grid;
    gap: var(--_space-6);
    max-inline-size: 40em;
  }
  .receipt > * {
    min-inline-size: 0;
  }
  .receipt ol {
    padding-inline-start: 1.5em;
  }
  .content > .hint:not(:first-of-type) {
    margin-block-start: var(--_space-4);
  }
  .proof {
    inline-size: fit-content;
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .again .button {
    text-align: start;
  }
  .receipt .heading {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_success);
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }
  .receipt .heading::before {
    content: '✓' / '';
    margin-inline-end: var(--_space-2);
    color: var(--_success);
  }
  .reference {
    font-size: 1.75em;
    line-height: 1.3;
  }
  .code .actions {
    margin-block-start: var(--_space-3);
  }
  .said:not(:empty) {
    margin-block-start: var(--_space-2);
  }
  .sent-title {
    font-weight: 600;
  }
  .sent-body {
    margin-block-start: var(--_space-2);
    white-space: pre-wrap;
  }
  @media print {
    .actions,
    .again {
      display: none;
    }
  }
`;

/** Styles of sending a proposal and its receipt. */
export const styles = [errorSummary, codes, receipt];
