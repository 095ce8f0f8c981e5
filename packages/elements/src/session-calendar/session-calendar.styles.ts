import { css } from 'lit';
import { base } from '../foundation/styles/base.styles.js';
import { button } from '../foundation/styles/button.styles.js';
import { loadError } from '../foundation/errors/load-error.styles.js';

const frame = css`
  .root {
    container-type: inline-size;
  }
  p {
    margin: 0;
    padding: 0;
  }
  .month {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.35;
  }
  .root[dir='ltr'] .month::first-letter {
    text-transform: uppercase;
  }
  /* Its text comes later; on a phone it may need two lines. */
  .hijri {
    display: block;
    min-block-size: 2.7em;
    color: var(--_muted);
    font-size: max(0.6em, 14px);
    font-weight: 400;
  }
  @container (width >= 37.5em) {
    .hijri {
      min-block-size: 1.35em;
    }
  }
  .chevron {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .next .chevron,
  .root[dir='rtl'] .chevron {
    transform: scaleX(-1);
  }
  .root[dir='rtl'] .next .chevron {
    transform: none;
  }
  .have-code {
    margin-block-start: var(--_space-5);
  }
`;

const toolbar = css`
  .toolbar {
    display: grid;
    gap: var(--_space-3);
    margin-block-end: var(--_space-3);
  }
  .pager {
    display: grid;
    grid-template-columns: minmax(max-content, 1fr) auto minmax(max-content, 1fr);
    align-items: center;
    gap: var(--_space-2);
  }
  .pager .month {
    font-size: clamp(1em, 6cqi, 1.5em);
    text-align: center;
  }
  .pager .button {
    gap: 2px;
    min-block-size: 44px;
    padding-block: 0;
    padding-inline: 5px;
    border-color: var(--_edge);
    font-size: var(--_small);
    font-weight: 400;
    white-space: nowrap;
  }
  .pager .previous {
    justify-self: start;
  }
  .pager .next {
    justify-self: end;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-3);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
  }
  .views button {
    min-block-size: 44px;
    min-inline-size: 44px;
    margin: 0;
    padding-block: 0;
    padding-inline: clamp(var(--_space-2), 3cqi, var(--_space-4));
    border: 1px solid var(--_edge);
    border-radius: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    /* Three of them find room beside the tools on the narrowest phone. */
    font-size: max(0.875em, min(1em, 5cqi));
    cursor: pointer;
    touch-action: manipulation;
  }
  .views :first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .views button + button {
    margin-inline-start: -1px;
  }
  .views :last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .views button:hover {
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }
  .views button[aria-pressed='true'] {
    border-color: var(--_accent-edge);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .views button[aria-pressed='true']:focus-visible {
    outline-color: var(--_ring);
    box-shadow: 0 0 0 2px var(--_ring-gap);
  }
  .views button:focus-visible {
    z-index: 1;
  }
  /* The name of a month finds no room between its neighbours: they stand below it. */
  @container (width < 17em) {
    .pager {
      grid-template: 'month month' auto 'previous next' auto / 1fr 1fr;
    }
    .pager .month {
      grid-area: month;
      text-align: start;
    }
  }
  @container (width >= 37.5em) {
    .toolbar {
      grid-template-columns: 1fr auto;
      align-items: center;
    }
    .pager {
      /* Of one width while the months go by, and of more where a long name needs it. */
      grid-template-columns: repeat(3, minmax(max-content, 6.5em));
    }
    .pager .button {
      gap: var(--_space-2);
      justify-self: stretch;
      padding-inline: var(--_space-3);
      font-size: inherit;
    }
    .pager .previous {
      justify-content: start;
    }
    .pager .next {
      justify-content: end;
    }
    .choices {
      grid-column: 1 / -1;
    }
  }
`;

// Its words come later: nothing below may move then.
const lead = css`
  .lead {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    min-block-size: calc(1em * var(--_line-height));
    margin-block-end: var(--_space-3);
    color: var(--_muted);
  }
  .lead.empty {
    padding: 0;
    color: inherit;
  }
  .lead.above-grid {
    min-block-size: calc(2em * var(--_line-height));
  }
  @container (width < 28em) {
    .lead.above-grid {
      min-block-size: calc(3em * var(--_line-height));
    }
  }
`;

const grid = css`
  .grid {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .grid th {
    padding-block: var(--_space-1);
    padding-inline: 0;
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 400;
    text-align: center;
  }
  .grid td {
    block-size: var(--nafida-session-calendar-cell-size, 3.75em);
    padding: 2px;
    border-block-start: 1px solid var(--_line);
    text-align: center;
    vertical-align: top;
  }
  .day .number {
    display: inline-grid;
    place-items: center;
    inline-size: min(2.125em, 100%);
    /* Two figures find room in a seventh, in text of any size. */
    font-size: min(1em, 10cqi);
    aspect-ratio: 1;
    border-radius: 50%;
    line-height: 1;
  }
  /* Where a letter stands for it, its whole name is still the name of the column. */
  @container (width < 37.5em) {
    .weekday-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container (width >= 37.5em) {
    .weekday-letter {
      display: none;
    }
    .grid th {
      padding-inline-start: 4px;
      text-align: start;
    }
    .grid td {
      position: relative;
      block-size: var(--nafida-session-calendar-cell-size, 8.25em);
      text-align: start;
    }
  }
`;

const skeleton = css`
  .bones {
    display: grid;
    gap: var(--_space-3);
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }
  .bones span {
    block-size: 0.9em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  .bones span:nth-child(1) {
    inline-size: 30%;
  }
  .bones span:nth-child(2) {
    inline-size: 75%;
  }
  .bones span:nth-child(3) {
    inline-size: 50%;
  }
`;

const conditions = css`
  @media (forced-colors: active) {
    /* Lines are as strong as text here: beside the boxes of sessions, rows do without. */
    .grid tbody tr + tr td {
      border-color: Canvas;
    }
    .views button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bones span {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .pager .button,
    .choices,
    .have-code,
    .back,
    .skeleton {
      display: none;
    }
  }
`;

/** What the calendar begins with: its frame, and an empty month as high as a full one. */
export const calendarStyles = [
  base,
  button,
  loadError,
  frame,
  toolbar,
  lead,
  grid,
  skeleton,
  conditions,
];
