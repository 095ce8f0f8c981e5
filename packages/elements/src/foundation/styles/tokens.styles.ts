import { css } from 'lit';
import { hovered, legible, on } from './contrast.styles.js';

/**
 * The design tokens. A page sets `--nafida-*` on any ancestor and wins; the defaults live here and nowhere
 * else. Elements read the private `--_*` names, which sit on the inner wrapper so that no page rule reaches them.
 *
 * A page chooses one accent, and any will do: what stands on it and what is written in it are derived from it (see
 * docs/decisions/0028-one-accent-is-enough.md). Text on the page's own background (labels, titles, errors) follows
 * the page's text colour, so that it is legible on a light and on a dark page alike. Fields and popups bring their own
 * surface, light or dark by the page's `color-scheme`, and text that follows the surface.
 *
 * @cssprop [--nafida-color-accent=#0b6b4f] - action and selection; any opaque colour
 * @cssprop [--nafida-color-on-accent] - text on the accent, by default black or white, whichever is read better
 * @cssprop [--nafida-color-accent-text] - titles and marks in the accent, by default as dark or light as needed to be read
 * @cssprop [--nafida-color-danger=#b3261e] - what takes something back for good
 * @cssprop [--nafida-color-on-danger] - text on it, by default black or white
 * @cssprop [--nafida-color-text=inherit] - text
 * @cssprop [--nafida-color-muted] - hints and secondary lines
 * @cssprop [--nafida-color-surface=#fff] - background of fields and popups
 * @cssprop [--nafida-color-edge] - edge of fields (3:1 at least)
 * @cssprop [--nafida-color-line] - thin separations
 * @cssprop [--nafida-color-hover] - row or day under the pointer
 * @cssprop [--nafida-color-selected] - chosen or active row or day
 * @cssprop [--nafida-color-error] - errors
 * @cssprop [--nafida-color-warning] - warnings
 * @cssprop [--nafida-color-success] - confirmations
 * @cssprop [--nafida-color-focus] - focus ring, by default the colour of titles
 * @cssprop [--nafida-font-family=inherit] - font
 * @cssprop [--nafida-font-family-arabic] - Arabic words inside text in another script
 * @cssprop [--nafida-font-family-tifinagh] - Tifinagh words
 * @cssprop [--nafida-font-size=1em] - text size, never below 16 px
 * @cssprop [--nafida-line-height] - 1.5, in Arabic 1.75
 * @cssprop [--nafida-space-1=4px] - distance between things, 1 of 7
 * @cssprop [--nafida-space-2=8px] - distance between things, 2 of 7
 * @cssprop [--nafida-space-3=12px] - distance between things, 3 of 7
 * @cssprop [--nafida-space-4=16px] - distance between things, 4 of 7
 * @cssprop [--nafida-space-5=24px] - distance between things, 5 of 7
 * @cssprop [--nafida-space-6=32px] - distance between things, 6 of 7
 * @cssprop [--nafida-space-7=48px] - distance between things, 7 of 7
 * @cssprop [--nafida-radius=4px] - corners
 * @cssprop [--nafida-control-size=48px] - height of fields and buttons
 * @cssprop [--nafida-shadow] - shadow of popups
 * @cssprop [--nafida-duration=150ms] - length of movements
 */
export const tokens = css`
  .root {
    /* For engines without relative colours: white is legible on any accent, half as light, and text is the page's. */
    --_accent: color-mix(in oklab, var(--nafida-color-accent, #0b6b4f) 55%, #000);
    --_on-accent: #fff;
    --_accent-hover: var(--_accent);
    --_accent-edge: CanvasText;
    --_accent-text: var(--nafida-color-accent-text, currentcolor);
    --_danger: color-mix(in oklab, var(--nafida-color-danger, #b3261e) 55%, #000);
    --_on-danger: #fff;
    --_danger-hover: var(--_danger);
    --_surface: var(--nafida-color-surface, #fff);
    --_text: var(--nafida-color-text, #1b1f23);
    --_surface-muted: var(
      --nafida-color-muted,
      color-mix(in srgb, var(--_text) 75%, var(--_surface))
    );
    --_edge: var(--nafida-color-edge, color-mix(in srgb, currentcolor 60%, transparent));
    --_line: var(--nafida-color-line, color-mix(in srgb, currentcolor 16%, transparent));
    --_muted: var(--nafida-color-muted, color-mix(in srgb, currentcolor 82%, transparent));
    --_error: var(--nafida-color-error, color-mix(in srgb, #c4161c 68%, currentcolor));
    --_warning: var(--nafida-color-warning, color-mix(in srgb, #b26a00 60%, currentcolor));
    --_success: var(--nafida-color-success, color-mix(in srgb, #0b7a4f 68%, currentcolor));
    --_hover: var(--nafida-color-hover, color-mix(in srgb, var(--_text) 6%, var(--_surface)));
    --_selected: var(
      --nafida-color-selected,
      color-mix(in srgb, var(--_accent) 14%, var(--_surface))
    );
    --_focus: var(--nafida-color-focus, var(--_accent-text));
    --_ring: var(--nafida-color-focus, var(--_accent-edge));
    --_ring-gap: Canvas;
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
      --_surface: var(--nafida-color-surface, light-dark(#fff, #1c2126));
      --_text: var(--nafida-color-text, light-dark(#1b1f23, #f1f3f5));
    }
  }
  @supports (color: oklch(from currentcolor l c h)) {
    .root {
      --_accent: var(--nafida-color-accent, light-dark(#0b6b4f, #6fd3ae));
      --_on-accent: var(--nafida-color-on-accent, ${on('var(--_accent)')});
      --_accent-hover: ${hovered('var(--_accent)')};
      /* Around what has a text colour of its own, which says nothing of the page: here its scheme must do. */
      --_accent-edge: light-dark(
        oklch(from var(--_accent) min(l, 0.47) c h),
        oklch(from var(--_accent) max(l, 0.8) c h)
      );
      --_accent-text: var(--nafida-color-accent-text, ${legible('var(--_accent)')});
      --_ring-gap: ${on('var(--_ring)')};
      --_danger: var(--nafida-color-danger, light-dark(#b3261e, #ffb4ab));
      --_on-danger: var(--nafida-color-on-danger, ${on('var(--_danger)')});
      --_danger-hover: ${hovered('var(--_danger)')};
      --_text: var(
        --nafida-color-text,
        oklch(from var(--_surface) clamp(0.24, (0.57 - l) * 1e9, 0.96) 0.01 248)
      );
      --_error: var(--nafida-color-error, ${legible('#b3261e')});
      --_warning: var(--nafida-color-warning, ${legible('#b26a00')});
      --_success: var(--nafida-color-success, ${legible('#0b7a4f')});
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .root {
      --_duration: 0s;
    }
  }
`;
