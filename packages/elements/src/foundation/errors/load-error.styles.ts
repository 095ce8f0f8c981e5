import { css } from 'lit';

/** A sentence that something is wrong: in words, in red, and with a mark, for colour alone says nothing to many. */
export const error = css`
  .error {
    display: flex;
    gap: var(--_space-2);
    color: var(--_error);
    font-weight: 600;
    /* Beside the mark, even a long word must not be wider than the page. */
    overflow-wrap: anywhere;
  }
  .error::before {
    content: '!' / '';
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.15em;
    border: 2px solid currentcolor;
    border-radius: 50%;
    font-size: var(--_small);
    font-weight: 700;
    line-height: 1;
  }
`;

/** What stands where something could not be read, the same in every element: why, what to do, and what there is instead. */
export const loadError = css`
  ${error}
  .failure {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
    padding-block: var(--_space-3);
    padding-inline-start: var(--_space-4);
    border-inline-start: 4px solid var(--_error);
  }
  /* A page's words and links are one thing among the others, not each a line of its own. */
  slot:not([name]) {
    display: block;
  }
`;
