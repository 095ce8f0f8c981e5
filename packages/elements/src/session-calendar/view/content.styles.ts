import { css } from 'lit';
import { points } from '../../foundation/styles/points.styles.js';

/** What stands in the frame of the calendar, whichever part draws it: lists, notes, notices and badges. */
export const content = css`
  ${points}
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .heading {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.35;
  }
  .subheading {
    font-size: 1.125em;
    font-weight: 700;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  /* Where letters have capitals: Firefox does not wrap lines from the right anew around a letter of its own. */
  .root[dir='ltr'] :is(.subheading, .hours > p, dd > p, .seats)::first-letter {
    text-transform: uppercase;
  }
  .hint,
  .note,
  .kind {
    color: var(--_muted);
  }
  .notice {
    margin-block: var(--_space-4);
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_accent-text);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .notice.warning {
    border-color: var(--_warning);
  }
  .notice .button,
  .empty .button {
    margin-block-start: var(--_space-3);
  }
  .empty {
    padding-block: var(--_space-5);
  }
  .hint.note {
    margin-block-start: var(--_space-5);
  }
  .badge {
    display: inline-block;
    padding-inline: var(--_space-2);
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 600;
  }
  .badge.cancelled {
    color: var(--_error);
  }
  .badge.postponed {
    color: var(--_warning);
  }
  .badge.under_way {
    color: var(--_success);
  }
  .badge.demonstration {
    border-style: dashed;
  }
`;
