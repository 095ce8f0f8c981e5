import { css } from 'lit';
import { button } from '../foundation/styles/button.styles.js';

/** What the popup and its rows look like, anchored or as a sheet. */
export const popupStyles = css`
  ${button}
  .root[dir='rtl'] .onwards {
    transform: scaleX(-1);
  }
  /* Its size is settled: what is read out has nothing else laid out. */
  .told {
    block-size: 1px;
    contain: strict;
  }
  .panel {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }
  [popover] {
    position: fixed;
    inset: auto;
    inline-size: 0;
    max-inline-size: calc(100vw - 16px);
  }
  [popover]:not(:popover-open),
  dialog:not([open]) {
    display: none;
  }
  dialog {
    position: fixed;
    inset-block: auto 0;
    inset-inline: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 92dvh;
    border-width: 0;
    border-radius: 12px 12px 0 0;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .sheet {
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-block-size: 0;
  }
  .sheet-head {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding-inline: var(--_space-4) var(--_space-2);
    padding-block: var(--_space-2) 0;
  }
  .sheet-head p {
    flex: 1;
    margin: 0;
    font-weight: 600;
  }
  .sheet .control {
    margin: var(--_space-2) var(--_space-4) var(--_space-3);
    inline-size: auto;
  }

  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0;
    padding-block: 0;
    padding-inline: var(--_space-2);
    border-block-end: 1px solid var(--_line);
    list-style: none;
  }
  .path li {
    display: flex;
    align-items: center;
  }
  .path .icon {
    inline-size: 1em;
    block-size: 1em;
    color: var(--_surface-muted);
  }
  .path span {
    padding-inline: var(--_space-1);
    font-weight: 600;
  }

  .list {
    --_inset: var(--_space-3);

    container-type: inline-size;
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    max-block-size: 25em;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .sheet .list {
    --_inset: var(--_space-4);

    max-block-size: none;
  }
  .group-name {
    padding-block: var(--_space-2) var(--_space-1);
    padding-inline: var(--_space-3);
    color: var(--_surface-muted);
    font-size: var(--_small);
    font-weight: 600;
  }
  .row {
    /* A grid would take longer over every row at every key. */
    display: block;
    /* Where an engine does not yet place lines in the middle of a block, they begin here. */
    padding-block: 3px;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    align-items: center;
    block-size: 3.75em;
    /* Its size is settled: a change in one row lays out no other. */
    contain: strict;
    /* Rows drawn ahead, out of sight, are neither laid out nor painted before they are scrolled to. */
    content-visibility: auto;
    padding-inline: var(--_inset);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .row.marked {
    padding-inline-end: calc(var(--_inset) + var(--_space-2) + 1.25em);
  }
  @media (hover: hover) {
    .row:hover {
      background: var(--_hover);
    }
  }
  .row[data-active] {
    background: var(--_selected);
    box-shadow: inset 3px 0 var(--_accent-text);
  }
  .root[dir='rtl'] .row[data-active] {
    box-shadow: inset -3px 0 var(--_accent-text);
  }
  .row-name,
  .row-where {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row-name {
    display: block;
    grid-column: 1;
    line-height: 1.6;
    /* A name in another direction begins where the others do. */
    text-align: match-parent;
  }
  .row b {
    font-weight: 700;
  }
  .row-detail {
    grid-column: 1;
    display: flex;
    gap: var(--_space-2);
    color: var(--_surface-muted);
    font-size: var(--_small);
    line-height: 1.5;
    white-space: nowrap;
  }
  .row-where {
    /* All that the other name leaves: nobody has to measure this one, in every row at every key. */
    flex: 1 1 0;
  }
  .row-other {
    flex: none;
  }
  .row .icon {
    /* A row that loses its mark to a key then keeps its boxes. */
    position: absolute;
    inset-block: 0;
    inset-inline-end: var(--_inset);
    margin-block: auto;
    color: var(--_surface-muted);
  }
  .row[aria-selected='true'] .icon:not(.onwards) {
    color: var(--_accent-text);
  }
  /* Large text on a small screen: what tells homonyms apart is worth more lines. */
  @container (max-width: 16em) {
    .row {
      display: grid;
      block-size: 7em;
    }
    .row-detail {
      display: block;
      white-space: normal;
    }
    .row-where {
      display: block;
      white-space: normal;
    }
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
    margin: 0;
    padding-block: var(--_space-3);
    padding-inline: var(--_space-3);
  }
  .nearby {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    padding-block-end: var(--_space-2);
    padding-inline: var(--_space-3);
    border-block-end: 1px solid var(--_line);
    color: var(--_surface-muted);
    font-size: var(--_small);
  }
  .nearby .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .sheet :is(.group-name, .note, .nearby) {
    padding-inline: var(--_space-4);
  }
  .sheet .path {
    padding-inline: var(--_space-3);
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise var(--_duration) ease-out;
    }
  }
  @keyframes rise {
    from {
      transform: translateY(32px);
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
    .row[data-active] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
      box-shadow: none;
    }
    .row:is([data-active], [aria-selected='true']) .icon {
      color: CanvasText;
    }
  }
`;
