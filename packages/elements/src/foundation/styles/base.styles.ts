import { css } from 'lit';
import { tokens } from './tokens.styles.js';

/**
 * What every element starts from. `.root` is the wrapper that each element draws around its content: pages
 * that style `*` with `!important` reach the host element, never the wrapper.
 */
export const base = [
  tokens,
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none !important;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    .root {
      display: block;
      color: var(--nafida-color-text, inherit);
      font-family: var(--nafida-font-family, inherit);
      font-size: var(--_font-size);
      font-style: normal;
      font-variant: normal;
      font-weight: normal;
      letter-spacing: normal;
      line-height: var(--_line-height);
      overflow-wrap: break-word;
      text-align: start;
      text-indent: 0;
      text-shadow: none;
      text-transform: none;
      white-space: normal;
      word-spacing: normal;
      writing-mode: horizontal-tb;
      cursor: auto;
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
    }
    /* Words of another script inside the text: the page's font may lack them. */
    .root:not(:lang(ar)) [lang='ar'] {
      font-family: var(
        --nafida-font-family-arabic,
        'Noto Sans Arabic',
        'Segoe UI',
        'Geeza Pro',
        Tahoma,
        sans-serif
      );
    }
    [lang='zgh'] {
      font-family: var(
        --nafida-font-family-tifinagh,
        'Noto Sans Tifinagh',
        Ebrima,
        'Segoe UI Historic',
        sans-serif
      );
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (forced-colors: active) {
      :focus-visible {
        outline-color: Highlight;
      }
    }
  `,
];
