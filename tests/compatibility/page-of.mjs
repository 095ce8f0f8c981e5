/**
 * The page with one tag on it.
 *
 * @param {import('./hostile-pages.mjs').HostilePage} hostile
 * @param {{ tag: string, attributes?: string, language: 'ar' | 'fr', site: string, service: string, origin: string }} what
 * @returns {string}
 */
export function pageOf(hostile, { tag, attributes = '', language, site, service, origin }) {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const {
    doctype = '<!doctype html>',
    html = `lang="{lang}" dir="{dir}"`,
    head = '',
    body = (element) => `<main>${element}</main>`,
  } = hostile;
  const usual = `<script type="module" src="{src}/nafida.js" data-site="{site}" data-api="{src}" nonce="n"></script>`;
  const script = hostile.script ?? usual;
  // Where the page says nothing, the tag does.
  const says = html.includes('lang') ? '' : ` lang="{lang}"`;
  const element = `<${tag}${says} ${attributes}><a href="/contact">Contact</a></${tag}>`;
  const isXml = hostile.headers?.('')['content-type'] === 'application/xhtml+xml';
  const namespace = isXml ? ' xmlns="http://www.w3.org/1999/xhtml"' : '';
  const values = { lang: language, dir: direction, site, src: service };
  return `${doctype}<html${namespace} ${html}><head>${isXml ? '' : '<meta charset="utf-8">'}<title>Commune</title>
<script src="${origin}/watch.js" nonce="n"></script>${head}
${script}<script src="${origin}/remember.js" nonce="n"></script></head><body><h1>Commune</h1>${body(element, script)}</body></html>`.replace(
    /\{(lang|dir|site|src)\}/g,
    (_, name) => values[name],
  );
}
