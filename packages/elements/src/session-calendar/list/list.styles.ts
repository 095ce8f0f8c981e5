import { css } from 'lit';

/** Lines of a timetable: sessions one under the other. */
export const list = css`
  .agenda-day {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr);
    border-block-start: 1px solid var(--_line);
  }
  .date {
    padding-block: var(--_space-3);
    line-height: 1.3;
  }
  .date .note {
    padding-inline-end: var(--_space-2);
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
    hyphens: auto;
  }
  .agenda-day.today .number {
    color: var(--_accent-text);
  }
  .session {
    position: relative;
    display: grid;
    gap: var(--_space-1);
    padding-block: var(--_space-3);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 8em;
  }
  .session > * {
    min-inline-size: 0;
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
    color: var(--_accent-text);
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
  .seats:is(.closed, .not_open, .without_registration, .in_parts) {
    color: var(--_muted);
    font-weight: 400;
  }
  .seats.full {
    color: var(--_warning);
  }
  /* Words find no room beside the date: it stands above them, in one line. */
  @container (width < 20em) {
    .agenda-day {
      grid-template-columns: minmax(0, 1fr);
    }
    .date {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--_space-2);
      padding-block-end: 0;
    }
  }
  /* Holidays and Hijri days find no room there either on a narrow screen. */
  @container (width < 37.5em) {
    .days:has(.note) .agenda-day {
      grid-template-columns: minmax(0, 1fr);
    }
    .days:has(.note) .date {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--_space-2);
      padding-block-end: 0;
    }
  }
  @container (width >= 37.5em) {
    .agenda-day {
      grid-template-columns: 6em minmax(0, 1fr);
    }
    .days:has(.note) .agenda-day {
      grid-template-columns: 9em minmax(0, 1fr);
    }
    .session {
      grid-template-columns: 10em minmax(0, 1fr);
      column-gap: var(--_space-4);
    }
    .standing {
      grid-column: 2;
    }
  }
  @container (width >= 50em) {
    .session {
      grid-template-columns: 11em minmax(0, 1fr) minmax(0, 12em);
    }
    .standing {
      flex-direction: column;
      grid-column: 3;
      align-items: start;
    }
  }
  @media print {
    .session {
      break-inside: avoid;
      content-visibility: visible;
    }
  }
`;
