import { css } from 'lit';

export const styles = css`
  .news,
  .question,
  .manage {
    display: grid;
    gap: var(--_space-3);
  }
  .reply-form {
    display: grid;
    gap: var(--_space-4);
  }
  textarea.control {
    min-block-size: 6em;
    padding-block: var(--_space-2);
    resize: vertical;
  }
  .confirming {
    display: grid;
    gap: var(--_space-3);
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid currentcolor;
  }
  @container (width >= 600px) {
    .manage .button,
    .reply-form .button {
      justify-self: start;
    }
  }
  @media print {
    .manage,
    .reply-form {
      display: none;
    }
  }
`;
