import { css } from 'lit';
import { points } from '../../foundation/styles/points.styles.js';

/** Styles of the files of a proposal. */
export const styles = css`
  ${points}
  .files {
    display: grid;
    gap: var(--_space-3);
  }
  .files ul {
    display: grid;
    gap: var(--_space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files li {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: var(--_space-3);
    border-inline-start: 4px solid var(--_line);
  }
  .files .name {
    overflow-wrap: anywhere;
  }
  .files li .button {
    justify-self: start;
  }
  .files .add {
    position: relative;
    justify-self: start;
    cursor: pointer;
  }
  .files .add:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .upload {
    display: grid;
    gap: var(--_space-1);
  }
  .upload progress {
    inline-size: 100%;
    accent-color: var(--_accent-text);
  }
`;
