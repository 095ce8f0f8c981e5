import { css } from 'lit';
import { field } from '../../foundation/styles/field.styles.js';

/** Style sheets of searching, filtering and subscribing, added to those of the calendar. */
export const toolsStyles = [
  field,
  css`
    .tools {
      display: grid;
      gap: var(--_space-4);
      margin-block-end: var(--_space-5);
      padding-block: var(--_space-4);
      border-block: 1px solid var(--_line);
    }
    .tools > * {
      min-inline-size: 0;
    }
    .tool-actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_space-5);
    }
    .subscribe summary {
      padding-block: var(--_space-2);
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    .subscribe > * + * {
      margin-block-start: var(--_space-3);
    }
    .results > .heading {
      margin-block-end: var(--_space-4);
    }
    .results > .button {
      margin-block: var(--_space-4);
    }
    .results .sessions {
      margin-block: var(--_space-2) var(--_space-5);
      border-block-start: 1px solid var(--_line);
    }
    @container (width >= 37.5em) {
      .tools {
        grid-template-columns: 1fr 1fr;
        column-gap: var(--_space-5);
      }
      .tools > .search,
      .tools > .place,
      .tools > .tool-actions,
      .tools > .subscribe {
        grid-column: 1 / -1;
      }
      .subscribe .field {
        max-inline-size: 32em;
      }
    }
    @media print {
      .tools {
        display: none;
      }
    }
  `,
];
