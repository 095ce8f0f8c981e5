import { css } from 'lit';

/** Codes to keep and to show, with their buttons. */
export const codes = css`
  .digits {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.5;
    user-select: all;
  }
  .root[dir='rtl'] p.digits {
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
