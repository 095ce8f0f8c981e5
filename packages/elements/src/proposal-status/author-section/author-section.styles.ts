import { css } from 'lit';

/** Styles of what an author can do with a proposal. */
export const styles = css`
  .news,
  .question,
  .manage {
    display: grid;
    gap: var(--_space-3);
  }
  /* Always there, so that what comes into it is read out; takes no room until then. */
  .said:empty {
    position: absolute;
  }
  .question > * {
    min-inline-size: 0;
  }
  .signed {
    display: grid;
    gap: var(--_space-2);
  }
  .outcome {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid currentcolor;
  }
  .outcome.valid {
    border-color: var(--_success);
  }
  .signed > .label {
    margin-block-start: var(--_space-2);
  }
  .proof {
    justify-self: start;
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
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
    border-inline-start: 4px solid var(--_error);
  }
  @container (width >= 37.5em) {
    .manage .button,
    .signed .button,
    .reply-form .button {
      justify-self: start;
    }
  }
  @media print {
    .manage,
    .signed .button,
    .reply-form {
      display: none;
    }
  }
`;
