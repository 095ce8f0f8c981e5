import { css } from 'lit';
import { published } from '../published/published.styles.js';

/** Styles of one published proposal. */
export const styles = [
  published,
  css`
    .proposal {
      display: grid;
      gap: var(--_space-4);
    }
    .proposal > * {
      min-inline-size: 0;
    }
    .title {
      font-size: 1.375em;
      font-weight: 700;
      line-height: 1.4;
    }
    .title:focus {
      outline: none;
    }
    .subheading {
      font-weight: 700;
    }
    .answer {
      padding-block: var(--_space-3);
      padding-inline: var(--_space-4);
      border-inline-start: 4px solid var(--_accent-text);
      background: color-mix(in srgb, currentcolor 5%, transparent);
    }
    .answer:is(.accepted, .implemented) {
      border-color: var(--_success);
    }
    .answer.rejected {
      border-color: var(--_edge);
    }
    .when,
    .reference,
    .indicative {
      color: var(--_muted);
      font-size: var(--_small);
    }
    .support {
      display: grid;
      gap: var(--_space-2);
    }
    .count {
      font-weight: 600;
    }
    /* Its sentence has its line already when it comes. */
    .said {
      min-block-size: calc(1em * var(--_line-height));
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-2) var(--_space-4);
    }
    @container (width < 30em) {
      .actions .button:first-child {
        flex: 1 1 100%;
      }
    }
    @media print {
      .support,
      .actions {
        display: none;
      }
    }
  `,
];
