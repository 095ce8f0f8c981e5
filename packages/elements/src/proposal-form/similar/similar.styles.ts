import { css } from 'lit';

/** Styles of similar proposals. */
export const styles = css`
  .similar {
    display: grid;
    gap: var(--_space-2);
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_accent-text);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .similar ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .similar li + li {
    border-block-start: 1px solid var(--_line);
  }
  .similar .near {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding-block: var(--_space-2);
    padding-inline: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .similar .near > span:first-child {
    display: block;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .similar nafida-proposal {
    padding-block: var(--_space-3);
  }
  .similar .dismiss {
    justify-self: start;
  }
`;
