import { css } from 'lit';

/** `.button` is the one main action; `.button.secondary` stands beside it; `.button.quiet` reads as a link. */
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
    border: 1px solid var(--_accent);
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
    background: color-mix(in srgb, var(--_accent) 88%, #000);
  }
  .button.secondary {
    background: transparent;
    border-color: currentcolor;
    color: inherit;
  }
  .button.secondary:hover {
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }
  .button.quiet {
    min-block-size: 44px;
    padding-inline: var(--_space-1);
    border-color: transparent;
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
    .button:disabled,
    .button[aria-disabled='true'] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
