import { css } from 'lit';

/** `.points` holds short facts in lines, with a point between two that stand side by side and none at the end of a line. */
export const points = css`
  .points {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -1.25em;
    /* The point before the first of a line is cut off. */
    clip-path: inset(-8px -8px -8px calc(1.25em - 6px));
  }
  .root[dir='rtl'] .points {
    clip-path: inset(-8px calc(1.25em - 6px) -8px -8px);
  }
  .points > * {
    min-inline-size: 0;
    padding-inline-start: 1.25em;
  }
  .points > *::before {
    content: '·' / '';
    display: inline-block;
    inline-size: 1.25em;
    margin-inline-start: -1.25em;
    text-align: center;
  }
`;
