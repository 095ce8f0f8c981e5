import { css } from 'lit';

/**
 * The design tokens. A page sets `--nafida-*` on any ancestor and wins; the defaults live here and nowhere
 * else. Elements read the private `--_*` names, which sit on the inner wrapper so that no page rule reaches them.
 *
 * Colours come in two groups. Text that stands on the page's own background (labels, hints, errors) is mixed
 * from the page's text colour, so that it is legible on a light and on a dark page alike. Fields and popups
 * bring their own surface, in a light and in a dark palette, chosen by the page's `color-scheme`.
 *
 * @cssprop [--nafida-color-accent=#0b6b4f] - action and selection
 * @cssprop [--nafida-color-on-accent=#fff] - text on the accent
 * @cssprop [--nafida-color-text=inherit] - text
 * @cssprop [--nafida-color-muted] - hints and secondary lines
 * @cssprop [--nafida-color-surface=#fff] - background of fields and popups
 * @cssprop [--nafida-color-edge=#6b7680] - edge of fields (3:1 at least)
 * @cssprop [--nafida-color-line=#d8dee3] - thin separations
 * @cssprop [--nafida-color-hover] - row or day under the pointer
 * @cssprop [--nafida-color-selected] - chosen or active row or day
 * @cssprop [--nafida-color-error] - errors
 * @cssprop [--nafida-color-warning] - warnings
 * @cssprop [--nafida-color-success] - confirmations
 * @cssprop [--nafida-color-focus] - focus ring, by default the accent
 * @cssprop [--nafida-font-family=inherit] - font
 * @cssprop [--nafida-font-family-arabic] - Arabic words inside text in another script
 * @cssprop [--nafida-font-family-tifinagh] - Tifinagh words
 * @cssprop [--nafida-font-size=1em] - text size, never below 16 px
 * @cssprop [--nafida-line-height] - 1.5, in Arabic 1.75
 * @cssprop [--nafida-space-1=4px] - and so on to `--nafida-space-7`: 8, 12, 16, 24, 32, 48 px
 * @cssprop [--nafida-radius=4px] - corners
 * @cssprop [--nafida-control-size=48px] - height of fields and buttons
 * @cssprop [--nafida-shadow] - shadow of popups
 * @cssprop [--nafida-duration=150ms] - length of movements
 */
export const tokens = css`
  .root {
    --_accent: var(--nafida-color-accent, #0b6b4f);
    --_on-accent: var(--nafida-color-on-accent, #fff);
    --_surface: var(--nafida-color-surface, #fff);
    --_text: var(--nafida-color-text, #1b1f23);
    --_surface-muted: var(--nafida-color-muted, #57606a);
    --_edge: var(--nafida-color-edge, #6b7680);
    --_line: var(--nafida-color-line, #d8dee3);
    --_surface-error: var(--nafida-color-error, #b3261e);
    --_muted: var(--nafida-color-muted, color-mix(in srgb, currentcolor 82%, transparent));
    --_error: var(--nafida-color-error, color-mix(in srgb, #c4161c 68%, currentcolor));
    --_warning: var(--nafida-color-warning, color-mix(in srgb, #b26a00 60%, currentcolor));
    --_success: var(--nafida-color-success, color-mix(in srgb, #0b7a4f 68%, currentcolor));
    --_hover: var(--nafida-color-hover, color-mix(in srgb, var(--_text) 6%, var(--_surface)));
    --_selected: var(
      --nafida-color-selected,
      color-mix(in srgb, var(--_accent) 14%, var(--_surface))
    );
    --_focus: var(--nafida-color-focus, var(--_accent));
    --_font-size: max(var(--nafida-font-size, 1em), 16px);
    --_small: max(0.875em, 14px);
    --_line-height: var(--nafida-line-height, 1.5);
    --_space-1: var(--nafida-space-1, 4px);
    --_space-2: var(--nafida-space-2, 8px);
    --_space-3: var(--nafida-space-3, 12px);
    --_space-4: var(--nafida-space-4, 16px);
    --_space-5: var(--nafida-space-5, 24px);
    --_space-6: var(--nafida-space-6, 32px);
    --_space-7: var(--nafida-space-7, 48px);
    --_radius: var(--nafida-radius, 4px);
    --_control-size: var(--nafida-control-size, 48px);
    --_shadow: var(--nafida-shadow, 0 2px 6px rgb(0 0 0 / 12%), 0 8px 24px rgb(0 0 0 / 16%));
    --_duration: var(--nafida-duration, 150ms);
  }
  .root:lang(ar) {
    --_line-height: var(--nafida-line-height, 1.75);
  }
  @supports (color: light-dark(#000, #fff)) {
    .root {
      --_accent: var(--nafida-color-accent, light-dark(#0b6b4f, #6fd3ae));
      --_on-accent: var(--nafida-color-on-accent, light-dark(#fff, #06281d));
      --_surface: var(--nafida-color-surface, light-dark(#fff, #1c2126));
      --_text: var(--nafida-color-text, light-dark(#1b1f23, #f1f3f5));
      --_surface-muted: var(--nafida-color-muted, light-dark(#57606a, #b0b9c2));
      --_edge: var(--nafida-color-edge, light-dark(#6b7680, #8f9aa5));
      --_line: var(--nafida-color-line, light-dark(#d8dee3, #3d464e));
      --_surface-error: var(--nafida-color-error, light-dark(#b3261e, #ffb4ab));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .root {
      --_duration: 0s;
    }
  }
`;
