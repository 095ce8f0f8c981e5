import { css } from 'lit';
import { published } from '../published/published.styles.js';

/** Styles of the proposal list. */
export const styles = [
  published,
  css`
    /* Proposals fill a screen and more: what stands below the list comes into sight after they are there. */
    .root:has([part='skeleton']) {
      min-block-size: 100vh;
    }
    .tools {
      display: grid;
      gap: var(--_space-4);
    }
    .tools > *,
    .filters > * {
      min-inline-size: 0;
    }
    .filters {
      display: grid;
      gap: var(--_space-4);
    }
    /* As high before its code and texts have come: what is about to be pressed under it must not move. */
    .filters > .place {
      display: block;
      min-block-size: calc(1lh + var(--_space-2) + var(--_control-size));
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--_space-5);
    }
    .found {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--_space-2) var(--_space-5);
      margin-block-start: var(--_space-4);
    }
    .order {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--_space-2);
      min-inline-size: 0;
    }
    .order .control {
      inline-size: auto;
      max-inline-size: 100%;
      margin: 0;
    }
    .proposals {
      margin-block-start: var(--_space-2);
      padding: 0;
      list-style: none;
    }
    .item {
      display: grid;
      gap: var(--_space-2);
      padding-block: var(--_space-4);
      border-block-start: 1px solid var(--_line);
    }
    .item > * {
      min-inline-size: 0;
    }
    .name {
      font-size: 1.125em;
      font-weight: 700;
      line-height: 1.4;
    }
    .name a {
      display: block;
      color: inherit;
      text-underline-offset: 0.2em;
    }
    .name a:hover {
      text-decoration-thickness: 2px;
    }
    /* A text in another direction begins on the side of its facts: the start of the list, not its own. */
    /* stylelint-disable declaration-property-value-disallowed-list */
    .name a,
    .excerpt {
      text-align: left;
    }
    .root[dir='rtl'] :is(.name a, .excerpt) {
      text-align: right;
    }
    /* stylelint-enable declaration-property-value-disallowed-list */
    .name a {
      display: inline-block;
      max-inline-size: 100%;
    }
    .excerpt {
      display: -webkit-box;
      justify-self: start;
      max-inline-size: min(65ch, 100%);
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-1) var(--_space-3);
      font-size: var(--_small);
    }
    .state .status {
      font-size: 1em;
    }
    .empty {
      padding-block: var(--_space-5);
      border-block-start: 1px solid var(--_line);
    }
    .stale {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-2) var(--_space-4);
      margin-block: var(--_space-3);
      padding-block: var(--_space-2);
      padding-inline: var(--_space-4);
      border-inline-start: 4px solid var(--_warning);
    }
    .more {
      display: grid;
      gap: var(--_space-3);
      padding-block: var(--_space-4);
      border-block-start: 1px solid var(--_line);
    }
    .open-data {
      color: var(--_muted);
      font-size: var(--_small);
    }
    .open-data a {
      color: inherit;
      display: inline-block;
      padding-block: var(--_space-2);
      margin-inline-start: var(--_space-3);
    }
    .back {
      margin-block-end: var(--_space-3);
    }
    @container (width >= 37.5em) {
      .filters {
        grid-template-columns: 1fr 1fr;
        column-gap: var(--_space-5);
      }
      .filters > .place {
        grid-column: 1 / -1;
      }
      .more .button {
        justify-self: start;
      }
    }
    @media print {
      .tools,
      .order,
      .more,
      .open-data,
      .back {
        display: none;
      }
      .item {
        break-inside: avoid;
      }
    }
  `,
];
