import type { PageDefaults } from '@nafida/elements/provider.js';

/** What is read of a `<script>` element. */
export type ScriptTag = Pick<HTMLScriptElement, 'src' | 'getAttribute'>;

const ownFile = /\/nafida[^/]*\.js$/;

/**
 * Reads the settings from the page's own `nafida.js` tags. A module cannot ask for the tag it was started by,
 * so the tag is recognised by its address: it lies above `codeUrl`, the URL of a file of this build. A tag that
 * points elsewhere (a redirect, a proxy) counts after those that do not. `data-api`, `data-site` and
 * `data-lang` may stand in the query of `src` instead, for content systems that strip unknown attributes.
 * Without `api` it is where the script was fetched from: a server may stand under a path of a host that has other things.
 */
export function readPageSettings(
  scripts: Iterable<ScriptTag>,
  codeUrl: string,
  pageUrl: string,
): PageDefaults {
  const tags: { script: ScriptTag; url: URL }[] = [];
  for (const script of scripts) {
    const url = parsed(script.src, pageUrl);
    if (url && ownFile.test(url.pathname)) tags.push({ script, url });
  }
  const isOurs = ({ url }: { url: URL }) => codeUrl.startsWith(new URL('.', url).href);
  const ordered = [...tags.filter(isOurs), ...tags.filter((tag) => !isOurs(tag))];

  const find = (name: string): string | undefined => {
    for (const { script, url } of ordered) {
      const value = (script.getAttribute(`data-${name}`) ?? url.searchParams.get(name))?.trim();
      if (value) return value;
    }
    return undefined;
  };

  const api = find('api');
  const site = find('site');
  const lang = find('lang');
  // Files of the build lie one folder below its script.
  const home = ordered[0] ? new URL('.', ordered[0].url) : new URL('..', codeUrl);
  return {
    api: (api && baseUrlOf(api, pageUrl)) ?? withoutSlash(home),
    ...(site && { site }),
    ...(lang && { lang }),
  };
}

/** A base URL as people write it: absolute, a path on the page's own server, or a bare host name. */
function baseUrlOf(written: string, pageUrl: string): string | undefined {
  const bareHost = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(written);
  const url = parsed(bareHost ? `https://${written}` : written, pageUrl);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    console.warn(`Nafida: data-api="${written}" is not the address of a server.`);
    return undefined;
  }
  return withoutSlash(url);
}

const withoutSlash = ({ href }: URL) => href.replace(/\/+$/, '');

function parsed(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
