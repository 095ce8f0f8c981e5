/** The path of the server for browsers, without a slash at its end; empty if it has its own host name. */
export function publicPathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

const ownPath = /^\/(?:v1|s|attachments|confirm|livez|readyz)(?:[/?]|$)/;

/**
 * The URL of a request without that path. Some proxies remove the path, others keep it. Files are different: the folder
 * of a script may have the same name as the path, so they are looked for both ways.
 */
export function withoutPublicPath(url: string, path: string): string {
  const rest = belowPath(url, path);
  return ownPath.test(rest) ? rest : url;
}

/** `url` without the path that it begins with. */
export function belowPath(url: string, path: string): string {
  const rest = url.slice(path.length);
  return url.startsWith(path) && rest.startsWith('/') ? rest : url;
}
