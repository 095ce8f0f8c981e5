import { css } from 'lit';

/** What a form in steps needs beside the styles of the form. */
export const styles = css`
  .step-head .subheading {
    margin-block-end: 0;
  }
  .step-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }
`;
