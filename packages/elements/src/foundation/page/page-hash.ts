const prefix = 'nafida-';

/** Our values in the hash of a page's address, such as `#nafida-month=2026-11`. */
export function readHash(hash: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of pairsOf(hash)) {
    if (name.startsWith(prefix)) values[name.slice(prefix.length)] = decoded(value);
  }
  return values;
}

/**
 * The hash with `values` in place of those of the same names; what else is in it stays as it is. Undefined where the
 * hash is the page's own, an anchor or a route of its script: nothing can be added to it without breaking it.
 */
export function writeHash(
  hash: string,
  values: Readonly<Record<string, string | null>>,
): string | undefined {
  const text = hash.replace(/^#/, '');
  const pairs = pairsOf(hash);
  if (text !== '' && pairs.some(([, value]) => value === undefined)) return undefined;
  const isOurs = (part: string) =>
    part.startsWith(prefix) && Object.hasOwn(values, part.slice(prefix.length).split('=')[0]!);
  const others = text.split('&').filter((part) => part !== '' && !isOurs(part));
  const ours = Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${prefix}${name}=${encodeURIComponent(value!)}`);
  const parts = [...others, ...ours];
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

function pairsOf(hash: string): [string, string | undefined][] {
  return hash
    .replace(/^#/, '')
    .split('&')
    .map((part) => {
      const at = part.indexOf('=');
      return at > 0 ? [part.slice(0, at), part.slice(at + 1)] : [part, undefined];
    });
}

// Somebody may have typed it.
function decoded(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return '';
  }
}
