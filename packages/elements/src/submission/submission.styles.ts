import { css } from 'lit';

/** What every form that sends something shares: error summary, choices, privacy notice, codes to keep and to show. */
export const submission = css`
  .summary {
    padding: var(--_space-4);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary p {
    font-weight: 600;
  }
  .summary a {
    color: var(--_error);
  }
  .group {
    display: grid;
    gap: var(--_space-4);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
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
    accent-color: var(--_accent);
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
  .digits {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.5;
    user-select: all;
  }
  .root[dir='rtl'] p.digits,
  .root[dir='rtl'] .control[dir='ltr'] {
    text-align: end;
  }
  .qr {
    display: block;
    inline-size: 144px;
    block-size: 144px;
    margin-block: var(--_space-2);
    forced-color-adjust: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }
`;
