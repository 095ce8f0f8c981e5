import { css } from 'lit';

/** Styles of proposals that wait on the device. */
export const styles = css`
  .outbox {
    display: grid;
    gap: var(--_space-6);
    max-inline-size: 40em;
  }
  .outbox:not(:last-child) {
    margin-block-end: var(--_space-7);
  }
  /* It must be there before its words, or they are not read out; empty it takes no room. */
  .outbox > .said:empty {
    margin-block-start: calc(-1 * var(--_space-6));
  }
  .waiting {
    display: grid;
    gap: var(--_space-3);
    min-inline-size: 0;
    padding-block: var(--_space-4);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_accent-text);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .waiting.refused {
    border-inline-start-color: var(--_error);
  }
  .waiting.sent {
    border-inline-start-color: var(--_success);
    background: color-mix(in srgb, var(--_success) 12%, transparent);
  }
  .waiting .subheading {
    margin: 0;
  }
  @container (width < 37.5em) {
    .waiting .button:not(.quiet) {
      inline-size: 100%;
    }
  }
  .waiting summary {
    padding-block: var(--_space-2);
    cursor: pointer;
  }
`;
