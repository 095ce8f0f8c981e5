import { css } from 'lit';
import { error } from '../errors/load-error.styles.js';

/**
 * A labelled field, from top to bottom: `.label`, `.hint`, `.error`, `.control` (the input, select or text
 * area itself, or a box around an input without edges). `.field.invalid` marks the control.
 */
export const field = css`
  .field {
    display: block;
  }
  .label {
    display: block;
    font-weight: 600;
  }
  .label .optional {
    font-weight: normal;
    color: var(--_muted);
  }
  .hint {
    color: var(--_muted);
  }
  ${error}
  .control {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control-size);
    margin: 0;
    margin-block-start: var(--_space-2);
    padding-block: var(--_space-2);
    padding-inline: var(--_space-3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-align: start;
    appearance: none;
  }
  select.control {
    --_caret-inset: var(--_space-3);

    /* The arrow of the browser stands at the very edge. */
    padding-inline-end: calc(var(--_caret-inset) + 1.25em);
    background-image:
      linear-gradient(45deg, transparent 50%, currentcolor 50%),
      linear-gradient(-45deg, transparent 50%, currentcolor 50%);
    background-position:
      calc(100% - var(--_caret-inset) - 0.375em) 55%,
      calc(100% - var(--_caret-inset)) 55%;
    background-repeat: no-repeat;
    background-size: 0.375em 0.375em;
  }
  .root[dir='rtl'] select.control {
    background-position:
      var(--_caret-inset) 55%,
      calc(var(--_caret-inset) + 0.375em) 55%;
  }
  .control::placeholder,
  .control ::placeholder {
    color: var(--_surface-muted);
    opacity: 1;
  }
  .control:focus-visible,
  .control:has(input:focus-visible) {
    /* The edge too: a parent with overflow hidden may cut the ring off. */
    border-color: var(--_focus);
    outline: 3px solid var(--_ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_ring-gap);
  }
  .field.invalid .control {
    border-color: var(--_error);
  }
  .field.invalid .control:not(:focus-visible, :has(input:focus-visible)) {
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .control:disabled,
  .field.disabled .control {
    background-color: color-mix(in srgb, var(--_text) 7%, var(--_surface));
    color: var(--_surface-muted);
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    select.control {
      appearance: auto;
    }
    .field.disabled .control {
      border-color: GrayText;
      color: GrayText;
    }
    .field.invalid .control {
      border-width: 2px;
    }
  }
`;
