import { css } from 'lit';
import { base } from '../foundation/base.styles.js';
import { button } from '../foundation/button.styles.js';

const frame = css`
  .root {
    container-type: inline-size;
  }
  .gauge {
    block-size: 0;
  }
  p,
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
  .heading,
  .month {
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
  .month::first-letter,
  .subheading::first-letter,
  .hours > p::first-letter,
  dd > p::first-letter,
  .seats::first-letter {
    text-transform: uppercase;
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
  .hint,
  .note,
  .kind {
    color: var(--_muted);
  }
  .notice {
    margin-block: var(--_space-4);
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_accent);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .notice.warning {
    border-color: var(--_warning);
  }
  .notice .button,
  .failure .button,
  .empty .button {
    margin-block-start: var(--_space-3);
  }
  .failure .error {
    color: var(--_error);
    font-weight: 600;
  }
  .failure,
  .empty {
    padding-block: var(--_space-5);
  }
  .have-code,
  .hint.note {
    margin-block-start: var(--_space-5);
  }
  .open-tools {
    margin-block-end: var(--_space-2);
  }
  .hijri {
    display: block;
    color: var(--_muted);
    font-size: max(0.6em, 14px);
    font-weight: 400;
  }
  .button.quiet {
    padding-inline: 0;
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

const toolbar = css`
  .toolbar {
    display: grid;
    grid-template: 'month views' auto 'pager pager' auto / 1fr auto;
    align-items: center;
    gap: var(--_space-3);
    margin-block-end: var(--_space-4);
  }
  .month {
    grid-area: month;
  }
  .pager {
    grid-area: pager;
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: var(--_space-2);
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
    justify-content: start;
  }
  .pager .next {
    justify-content: end;
  }
  .views {
    grid-area: views;
    display: flex;
  }
  .views button {
    min-block-size: 44px;
    min-inline-size: 44px;
    margin: 0;
    padding-block: 0;
    padding-inline: var(--_space-3);
    border: 1px solid var(--_edge);
    border-radius: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .views button + button {
    margin-inline-start: -1px;
    border-radius: 0;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .views button:hover {
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }
  .views button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .views button:focus-visible {
    z-index: 1;
  }
  /* "septembre", "Aujourd’hui" and "novembre" find no room side by side. */
  @container (width < 340px) {
    .pager {
      grid-template-columns: 1fr 1fr;
    }
    .pager .today {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  @container (width >= 600px) {
    .toolbar {
      grid-template: 'month pager views' auto / 1fr auto auto;
      column-gap: var(--_space-5);
    }
    .pager .button {
      gap: var(--_space-2);
      min-inline-size: 6.5em;
      padding-inline: var(--_space-3);
      font-size: inherit;
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
  .day {
    cursor: pointer;
    touch-action: pan-y;
    -webkit-tap-highlight-color: transparent;
  }
  .day:focus-visible {
    outline-offset: -3px;
  }
  .day .number {
    display: inline-grid;
    place-items: center;
    inline-size: 2.125em;
    block-size: 2.125em;
    border-radius: 50%;
    line-height: 1;
  }
  .day.busy .number {
    font-weight: 700;
  }
  .day.past:not(.busy) .number,
  .day[aria-disabled] .number {
    color: var(--_muted);
  }
  .day.today .number {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .day.selected .number {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .day.today.selected .number {
    box-shadow:
      inset 0 0 0 2px var(--_accent),
      inset 0 0 0 4px var(--_on-accent);
  }
  .day.holiday {
    background: color-mix(in srgb, var(--_warning) 12%, transparent);
  }
  .count {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    font-size: var(--_small);
    line-height: 1.2;
  }
  .count::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .more,
  .piece,
  .holiday-name,
  .weekday-name {
    display: none;
  }
  @media (hover: hover) {
    .day:hover {
      background: color-mix(in srgb, currentcolor 5%, transparent);
    }
  }
  .day-list {
    margin-block-start: var(--_space-4);
  }
  .day-list .sessions {
    margin-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }
  @container (width >= 600px) {
    .weekday-letter,
    .count {
      display: none;
    }
    .weekday-name {
      display: inline;
    }
    .grid th {
      padding-inline-start: 10px;
      text-align: start;
    }
    .grid td {
      position: relative;
      block-size: var(--nafida-session-calendar-cell-size, 8.25em);
      text-align: start;
    }
    .holiday-name {
      display: block;
      padding-inline: 6px 2px;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 1.35;
    }
    .more {
      display: block;
      position: absolute;
      inset-block-start: 2px;
      inset-inline-end: 6px;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 2.25;
    }
    .piece {
      display: block;
      position: relative;
      z-index: 1;
      block-size: 3.15em;
      margin-block-start: 2px;
      font-size: var(--_small);
      line-height: 1.5;
      overflow: hidden;
    }
    .piece.of {
      display: grid;
      align-content: center;
      padding-inline: 6px 2px;
      border-inline-start: 3px solid var(--_accent);
      border-radius: 2px;
      background: var(--_selected);
      color: var(--_text);
    }
    .piece.of > span {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      overflow: hidden;
    }
    .piece.of:hover > span {
      text-decoration: underline;
    }
    .piece:is(.held, .over, .cancelled, .postponed) {
      border-color: var(--_edge);
      background: var(--_hover);
    }
    .piece:is(.cancelled, .postponed) {
      color: var(--_surface-muted);
    }
    .piece[data-span='0'] {
      visibility: hidden;
    }
    .piece[data-span='2'] {
      inline-size: calc(200% + 4px);
    }
    .piece[data-span='3'] {
      inline-size: calc(300% + 8px);
    }
    .piece[data-span='4'] {
      inline-size: calc(400% + 12px);
    }
    .piece[data-span='5'] {
      inline-size: calc(500% + 16px);
    }
    .piece[data-span='6'] {
      inline-size: calc(600% + 20px);
    }
    .piece[data-span='7'] {
      inline-size: calc(700% + 24px);
    }
  }
`;

const list = css`
  .agenda-day {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    border-block-start: 1px solid var(--_line);
  }
  .date {
    padding-block: var(--_space-3);
    line-height: 1.3;
  }
  .date .number {
    display: block;
    font-size: 1.875em;
    font-weight: 700;
    line-height: 1.15;
  }
  .date .weekday,
  .date .note {
    display: block;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .agenda-day.today .number {
    color: var(--_accent);
  }
  .session {
    position: relative;
    display: grid;
    gap: var(--_space-1);
    padding-block: var(--_space-3);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 8em;
  }
  .session + .session {
    border-block-start: 1px solid var(--_line);
  }
  .hours {
    color: var(--_muted);
  }
  .title {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  /* The whole line can be pressed. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .title:focus-visible {
    outline: none;
  }
  .title:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .session:hover .title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .session:is(.cancelled, .postponed) .title {
    color: var(--_muted);
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-3);
  }
  .seats {
    font-weight: 600;
  }
  .seats:is(.closed, .not_open, .without_registration) {
    color: var(--_muted);
    font-weight: 400;
  }
  .seats.full {
    color: var(--_warning);
  }
  @container (width >= 600px) {
    .agenda-day {
      grid-template-columns: 6em minmax(0, 1fr);
    }
    .session {
      grid-template-columns: 11em minmax(0, 1fr) minmax(0, 12em);
      column-gap: var(--_space-4);
    }
    .standing {
      flex-direction: column;
      align-items: start;
    }
  }

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
    .views button[aria-pressed='true'],
    .day.selected .number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .day.today .number {
      outline: 2px solid Highlight;
    }
    .count::before {
      background: CanvasText;
    }
    .piece.of {
      border: 1px solid CanvasText;
    }
    .bones span {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .pager,
    .views,
    .have-code,
    .open-tools,
    .back,
    .skeleton {
      display: none;
    }
    .session {
      break-inside: avoid;
      content-visibility: visible;
    }
  }
`;

export const calendarStyles = [base, button, frame, toolbar, grid, list, conditions];
