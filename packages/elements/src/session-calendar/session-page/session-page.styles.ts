import { css } from 'lit';
import { field } from '../../foundation/field.styles.js';
import { submission } from '../../submission/submission.styles.js';

const page = css`
  .page {
    max-inline-size: 42em;
  }
  .page > .badge {
    margin-block-start: var(--_space-2);
  }
  .facts {
    display: grid;
    gap: var(--_space-4);
    margin-block: var(--_space-5);
  }
  .facts dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .prose {
    display: grid;
    gap: var(--_space-3);
    margin-block-end: var(--_space-5);
  }
  .prose bdi {
    white-space: pre-line;
  }
  .register {
    margin-block-start: var(--_space-4);
  }
  .touch-only {
    display: none;
  }
  @media (pointer: coarse) {
    .touch-only {
      display: block;
    }
    .facts a {
      display: inline-block;
      padding-block: var(--_space-2);
    }
  }
  @container (width < 600px) {
    .form > .button,
    .register {
      inline-size: 100%;
    }
  }
  @container (width >= 600px) {
    .facts > div {
      display: grid;
      grid-template-columns: 10em minmax(0, 1fr);
      gap: var(--_space-4);
    }
    .facts dt {
      font-size: inherit;
    }
  }
`;

const registration = css`
  .form,
  .result {
    display: grid;
    gap: var(--_space-5);
    max-inline-size: 32em;
    margin-block-start: var(--_space-5);
    padding-block-start: var(--_space-5);
    border-block-start: 1px solid var(--_line);
  }
  .form > .button {
    justify-self: start;
  }
  .form .notice {
    margin-block: 0;
  }
  .result .subheading {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_success);
    background: color-mix(in srgb, currentcolor 5%, transparent);
    font-size: 1.25em;
  }
  .result.cancelled .subheading {
    border-color: var(--_edge);
  }
  .result > * {
    justify-self: start;
  }
  .result .subheading {
    justify-self: stretch;
  }
  .position {
    font-size: 1.125em;
    font-weight: 600;
  }
  .actions {
    margin-block-start: var(--_space-3);
  }
  .question {
    display: grid;
    gap: var(--_space-2);
  }
  .earlier {
    margin-block-start: var(--_space-5);
  }
  .earlier .digits {
    font-size: 1em;
  }
  /* Firefox does not break some codes at their hyphens, and they would widen the page. */
  .result .digits,
  .earlier .digits {
    overflow-wrap: anywhere;
  }
`;

const paper = css`
  @media print {
    .register,
    .form,
    .actions,
    .cancel {
      display: none;
    }
  }
`;

/** Style sheets of the session's page and of registering, added to those of the calendar. */
export const sessionPageStyles = [field, submission, page, registration, paper];
