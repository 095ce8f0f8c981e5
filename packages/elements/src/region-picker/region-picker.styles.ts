import { css } from 'lit';
import { base } from '../foundation/styles/base.styles.js';
import { field } from '../foundation/styles/field.styles.js';

/** What the field looks like before anyone comes to it. */
export const styles = [
  base,
  field,
  css`
    /* Room for label and field while the texts are on their way. */
    :host(:not(:state(drawn))) {
      min-block-size: 6em;
    }
    .control {
      display: flex;
      align-items: stretch;
      padding: 0;
    }
    input {
      flex: 1;
      /* A percentage: else its twenty letters would widen a page that lays it out in a grid. */
      inline-size: 100%;
      min-inline-size: 0;
      margin: 0;
      padding-block: var(--_space-2);
      padding-inline: var(--_space-3);
      border: 0;
      border-radius: inherit;
      background: none;
      color: inherit;
      font: inherit;
      text-overflow: ellipsis;
      appearance: none;
      cursor: inherit;
    }
    /* The ring is drawn around the whole control. */
    input:focus-visible {
      outline: none;
    }
    .icon-button {
      display: grid;
      place-items: center;
      flex: none;
      inline-size: 44px;
      min-block-size: 44px;
      margin: 0;
      padding: 0;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
      touch-action: manipulation;
    }
    .icon-button:hover:enabled {
      background: var(--_hover);
    }
    .icon-button:disabled {
      cursor: inherit;
    }
    .icon {
      flex: none;
      inline-size: 1.25em;
      block-size: 1.25em;
      fill: none;
      stroke: currentcolor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    @media (prefers-reduced-motion: no-preference) {
      .wait {
        animation: turn 1s linear infinite;
      }
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  `,
];
