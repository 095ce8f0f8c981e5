import { css } from 'lit';
import { field } from '../../foundation/styles/field.styles.js';
import { content } from '../view/content.styles.js';
import { list } from '../list/list.styles.js';
import { codes } from '../../submission/codes.styles.js';
import { errorSummary } from '../../submission/error-summary.styles.js';
import { submission } from '../../submission/submission.styles.js';

const page = css`
  .page {
    max-inline-size: 42em;
  }
  .page:has(.rooms) {
    max-inline-size: none;
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
  .linked summary {
    padding-block: var(--_space-2);
    cursor: pointer;
  }
  .own-page,
  .agenda,
  .programme {
    margin-block-end: var(--_space-5);
  }
  .agenda li {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    gap: var(--_space-3);
    padding-block: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }
  .agenda .hour {
    color: var(--_muted);
  }
  .facts .button.quiet {
    min-block-size: 0;
    padding: 0;
    text-align: start;
  }
  .programme-day,
  .rooms caption {
    margin-block: var(--_space-4) var(--_space-2);
    font-weight: 600;
    text-align: start;
  }
  .root[dir='ltr'] :is(.programme-day, .rooms caption)::first-letter {
    text-transform: uppercase;
  }
  .part {
    position: relative;
    padding-block: var(--_space-2);
  }
  .programme li {
    border-block-start: 1px solid var(--_line);
  }
  .event + .event {
    margin-block-start: var(--_space-6);
  }
  /* More rooms than there is room for are gone through sideways, within the table. */
  .across {
    overflow-x: auto;
  }
  .rooms thead th {
    inline-size: 9em;
  }
  .rooms {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .rooms th,
  .rooms td {
    padding-block: var(--_space-1);
    padding-inline: 0 var(--_space-3);
    border-block-start: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .rooms tr > :first-child {
    inline-size: 5em;
    font-weight: 400;
  }
  .rooms tbody th {
    padding-block: var(--_space-3);
  }
  .page > .add-to-calendar {
    margin-block-start: var(--_space-5);
  }
  .add-to-calendar ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-5);
    margin-block-start: var(--_space-2);
  }
  .add-to-calendar a:not(.button) {
    display: inline-block;
    padding-block: var(--_space-2);
  }
  .programme .subheading .title {
    font-weight: inherit;
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
  @container (width < 37.5em) {
    .form > .button,
    .register {
      inline-size: 100%;
    }
  }
  @container (width >= 37.5em) {
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
  .result > .subheading {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_success);
    background: color-mix(in srgb, var(--_success) 12%, transparent);
    font-size: 1.25em;
  }
  .result.unconfirmed > .subheading {
    border-color: var(--_warning);
    background: color-mix(in srgb, var(--_warning) 12%, transparent);
  }
  .result.cancelled > .subheading {
    border-color: var(--_edge);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .result > * {
    justify-self: start;
  }
  .result > .subheading {
    justify-self: stretch;
  }
  /* A code to show to others looks like a ticket; a code to keep is a line to note down. */
  .ticket {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-5);
    padding: var(--_space-4);
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .ticket .digits {
    font-size: 1.75em;
  }
  .code .digits {
    font-size: 1.125em;
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
    .cancel,
    .add-to-calendar {
      display: none;
    }
  }
`;

/** Style sheets of the session's page and of registering, added to those of the calendar. */
export const sessionPageStyles = [
  content,
  list,
  field,
  submission,
  errorSummary,
  codes,
  page,
  registration,
  paper,
];
