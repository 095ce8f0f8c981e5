import { css } from 'lit';

/** What is to be corrected, above a form that could not be sent. */
export const errorSummary = css`
  .summary {
    padding: var(--_space-4);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary-title {
    font-weight: 600;
  }
  .summary a {
    color: var(--_error);
  }
`;
