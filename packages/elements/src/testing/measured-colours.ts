/** Red, green, blue of 0 to 255 and the opacity of 0 to 1, as the engine draws them. */
type Pixel = readonly number[];

const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
  '2d',
  { willReadFrequently: true },
)!;

/** What is seen when colours, in any notation, lie on each other, the lowest first. */
function drawn(colours: readonly string[]): Pixel {
  context.clearRect(0, 0, 1, 1);
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance([red = 0, green = 0, blue = 0]: Pixel): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of a colour with what it is drawn on: `below`, the lowest first. */
export function contrast(colour: string, below: readonly string[]): number {
  const [one, other] = [drawn(below), drawn([...below, colour])].map(luminance) as [number, number];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The backgrounds behind what stands in an element, the page's first. */
export function backgroundsOf(element: Element): string[] {
  const root = element.getRootNode();
  const parent = element.assignedSlot ?? element.parentElement;
  const around = parent ?? (root instanceof ShadowRoot ? root.host : undefined);
  const own = getComputedStyle(element).backgroundColor;
  return [...(around ? backgroundsOf(around) : ['#fff']), own];
}
