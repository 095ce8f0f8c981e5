/** Path under which browsers reach the server, without a slash at its end; empty where it has a host name for itself. */
export function publicPathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

/** What a request asks for below that path. Some proxies take the path off, others leave it. */
export function withoutPublicPath(url: string, path: string): string {
  if (path === '' || !url.startsWith(path)) return url;
  const rest = url.slice(path.length);
  return rest.startsWith('/') ? rest : rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
