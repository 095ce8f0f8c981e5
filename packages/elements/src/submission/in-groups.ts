/** `value` in groups of four letters, to be typed or compared. The spaces do not belong to it: they are for the eye. */
export function inGroups(value: string): string {
  return value.match(/.{1,4}/g)?.join(' ') ?? value;
}
