import { css } from 'lit';

/** What every form that sends something is drawn with: groups, choices, fields for places, privacy notice. */
export const submission = css`
  .group {
    display: grid;
    gap: var(--_space-4);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .group > *,
  .privacy > *,
  .privacy dl > *,
  .choice > span {
    min-inline-size: 0;
  }
  .group legend {
    padding: 0;
  }
  .choice {
    display: flex;
    gap: var(--_space-3);
    align-items: start;
    min-block-size: 44px;
    padding-block: var(--_space-2);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    /* That of the text beside it: the browser derives the colour of the mark from it. */
    color: inherit;
    accent-color: var(--_accent-text);
  }
  /* As high before its code and texts have come: what is about to be pressed under it must not move. */
  nafida-region-picker {
    display: block;
    min-block-size: calc(1lh + var(--_space-2) + var(--_control-size));
  }
  nafida-region-picker[hint] {
    min-block-size: calc(2lh + var(--_space-2) + var(--_control-size));
  }
  .contact {
    font-style: normal;
  }
  .contact a {
    display: inline-block;
    color: inherit;
    padding-block: var(--_space-2);
  }
  .privacy {
    display: grid;
    gap: var(--_space-3);
  }
  .privacy dl {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: var(--_space-4);
    border-inline-start: 4px solid var(--_line);
    font-size: var(--_small);
  }
  .privacy dt,
  .privacy dd {
    display: inline;
  }
  .privacy dt {
    font-weight: 600;
  }
  .privacy dt::after {
    content: ' – ';
  }
  .root[dir='rtl'] .control[dir='ltr'] {
    text-align: end;
  }
`;
