import { css } from 'lit';

/**
 * `.button` is the one main action; `.button.danger` takes something back for good; `.button.secondary` stands beside
 * them; `.button.quiet` reads as a link, with its words in line with the text above and under it.
 */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: var(--_control-size);
    min-inline-size: 44px;
    margin: 0;
    padding-block: var(--_space-2);
    padding-inline: var(--_space-5);
    border: 1px solid var(--_accent-edge);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button:hover {
    background: var(--_accent-hover);
  }
  .button:not(.secondary, .quiet):focus-visible {
    outline-color: var(--_ring);
    box-shadow: 0 0 0 2px var(--_ring-gap);
  }
  .button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .button.danger:hover {
    background: var(--_danger-hover);
  }
  .button.secondary {
    background: transparent;
    border-color: currentcolor;
    color: inherit;
  }
  .button.secondary:hover {
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }
  .button.secondary.danger {
    border-color: var(--_error);
    color: var(--_error);
  }
  .button.quiet {
    justify-content: start;
    min-block-size: 44px;
    padding-inline: 0;
    border-color: transparent;
    border-inline-width: 0;
    background: transparent;
    color: inherit;
    font-weight: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .button.quiet:hover {
    text-decoration-thickness: 2px;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    /* What is transparent would be drawn here. */
    .button.quiet {
      border-color: Canvas;
    }
    .button:disabled,
    .button[aria-disabled='true'] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
