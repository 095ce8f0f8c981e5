import { unsafeCSS, type CSSResult } from 'lit';

/*
 * WCAG's contrast is about relative luminance, the `y` of `xyz-d65`. At 0.179 black and white are as legible as
 * each other (4.58:1), so that is where one gives way to the other.
 */

/** A colour of XYZ that is white where `isWhite` is 1, black where it is 0. */
const blackOrWhite = (origin: string, isWhite: string) =>
  `color(from ${origin} xyz-d65 ${[0.9505, 1, 1.0891].map((most) => `clamp(0, ${isWhite} * 1e9, ${most})`).join(' ')} / 1)`;

/** Black or white, whichever is read better on a colour: 4.58:1 at least. */
export const on = (colour: string): CSSResult => unsafeCSS(blackOrWhite(colour, '(0.179 - y)'));

/** A colour somewhat further from what is written on it. */
export const hovered = (colour: string): CSSResult => {
  const further = '(1 + clamp(-0.2, (y - 0.179) * 1e9, 0.2))';
  return unsafeCSS(
    `color(from ${colour} xyz-d65 calc(x * ${further}) calc(y * ${further}) calc(z * ${further}) / 1)`,
  );
};

/**
 * The hue of a colour, as dark or as light as text has to be where it stands: on any page, in a popup, in a field.
 * What can be read there is known by the text colour around it: beside dark text it is dark, beside light text light.
 *
 * A relative colour has one origin, and this one depends on two. So one goes into the other: 45 % of the colour are
 * mixed with black beside dark text, with white beside light text. A lightness of up to 0.45 or from 0.55 on then tells
 * which it was, and the mixing undone gives back the colour.
 */
export const legible = (colour: string): CSSResult => {
  const mixed = `color-mix(in oklab, ${colour} 45%, ${blackOrWhite('currentcolor', '(y - 0.179)')})`;
  const dark = 'clamp(0, (0.5 - l) * 1e9, 1) * min(l / 0.45, 0.47)';
  const light = 'clamp(0, (l - 0.5) * 1e9, 1) * max((l - 0.55) / 0.45, 0.8)';
  return unsafeCSS(`oklch(from ${mixed} calc(${dark} + ${light}) calc(c / 0.45) h)`);
};
