/**
 * The origin that somebody means who writes `www.berkane.ma`, `https://www.berkane.ma/` or the address of one of its
 * pages. Undefined if it is no website, names somebody, or several sites at once.
 */
export function originOf(text: string): string | undefined {
  const written = text.trim();
  if (written === 'null') return written;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? '' : 'https://';
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/i.test(written);
  const address = isLocal ? `http://${written}` : scheme + written;
  if (/[\s*,;@\\]/.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  // One word alone is rather a name than an address, unless it is said to be one.
  if (scheme !== '' && !isLocal && !hostname.includes('.')) return undefined;
  return origin;
}
