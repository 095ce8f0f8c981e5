import { css } from 'lit';
import { content } from '../view/content.styles.js';
import { list } from '../list/list.styles.js';

const cells = css`
  .day {
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .day:focus-visible {
    outline-offset: -3px;
  }
  .day.busy .number {
    font-weight: 700;
  }
  .day.past:not(.busy) .number,
  .day[aria-disabled] .number {
    color: var(--_muted);
  }
  .day.today .number {
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .day.selected .number {
    border: 1px solid var(--_accent-edge);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .day.today.selected .number {
    box-shadow:
      inset 0 0 0 2px var(--_accent),
      inset 0 0 0 4px var(--_on-accent);
  }
  .day.holiday {
    background: color-mix(in srgb, var(--_warning) 12%, transparent);
  }
  .count {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    font-size: var(--_small);
    line-height: 1.2;
  }
  .count::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_accent-text);
  }
  .more,
  .piece,
  .holiday-name {
    display: none;
  }
  /* A word without room is cut with a mark, never broken: all of it stands below, in the day's list. */
  .piece > span,
  .holiday-name {
    overflow: hidden;
    overflow-wrap: normal;
    text-overflow: ellipsis;
    hyphens: auto;
  }
  @media (hover: hover) {
    .day:hover {
      background: color-mix(in srgb, currentcolor 5%, transparent);
    }
  }
  .day-list {
    margin-block-start: var(--_space-4);
  }
  .day-list .sessions {
    margin-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }
  @container (width >= 37.5em) {
    .count {
      display: none;
    }
    .holiday-name {
      display: block;
      padding-inline: 6px 2px;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 1.35;
    }
    .more {
      display: block;
      position: absolute;
      inset-block-start: 2px;
      inset-inline-end: 6px;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 2.25;
    }
    .piece {
      display: block;
      position: relative;
      z-index: 1;
      block-size: 3.15em;
      margin-block-start: 2px;
      font-size: var(--_small);
      line-height: 1.5;
      overflow: hidden;
    }
    .piece.of {
      display: grid;
      align-content: center;
      padding-inline: 6px 2px;
      border-inline-start: 3px solid var(--_accent-text);
      border-radius: 2px;
      background: var(--_selected);
      color: var(--_text);
    }
    .piece.of > span {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }
    .piece.of:hover > span {
      text-decoration: underline;
    }
    .piece:is(.held, .over, .cancelled, .postponed) {
      border-color: var(--_edge);
      background: var(--_hover);
    }
    .piece:is(.cancelled, .postponed) {
      color: var(--_surface-muted);
    }
    .piece[data-span='0'] {
      visibility: hidden;
    }
    .piece[data-span='2'] {
      inline-size: calc(200% + 4px);
    }
    .piece[data-span='3'] {
      inline-size: calc(300% + 8px);
    }
    .piece[data-span='4'] {
      inline-size: calc(400% + 12px);
    }
    .piece[data-span='5'] {
      inline-size: calc(500% + 16px);
    }
    .piece[data-span='6'] {
      inline-size: calc(600% + 20px);
    }
    .piece[data-span='7'] {
      inline-size: calc(700% + 24px);
    }
  }
  @media (forced-colors: active) {
    .day.selected .number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .day.today .number {
      outline: 2px solid Highlight;
    }
    .count::before {
      background: CanvasText;
    }
    .piece.of {
      border: 1px solid CanvasText;
    }
  }
`;

/** Style sheets of a month and its sessions, added to those that the calendar begins with. */
export const monthStyles = [content, list, cells];
