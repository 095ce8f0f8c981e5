/**
 * Pages that fight what is pasted into them, each as a commune's website may be. `works`: a person does with the tag
 * what it is for. `link`: the tag cannot run, and the link inside it stays. `message`: the tag says why it cannot.
 *
 * @typedef {object} HostilePage
 * @property {string} name what the page does
 * @property {'works' | 'link' | 'message'} [expected] default: `works`
 * @property {Record<string, 'works' | 'link' | 'message'>} [except] tags of which something else is expected
 * @property {(service: string) => Record<string, string>} [headers] of the answer
 * @property {string} [head] put before our script
 * @property {(tag: string, script: string) => string} [body] around the tag; default: the tag inside `main`
 * @property {string} [script] in place of the usual script tag; `{src}` is the address of its server
 * @property {string} [html] attributes of `<html>`
 * @property {Record<string, string>} [limits] tags that cannot work there, each with why
 * @property {string} [doctype]
 * @property {string} [check] an expression that is true afterwards
 */

const policy = (text) => (service) => ({
  'content-security-policy': text.replaceAll('{service}', service),
});
const run = (code) => `<script nonce="n">${code}</script>`;
const style = (css) => `<style>${css}</style>`;

/** @type {readonly HostilePage[]} */
export const hostilePages = [
  { name: 'nothing unusual' },
  { name: "CSP `style-src 'none'`", headers: policy("style-src 'none'") },
  {
    name: 'CSP with a nonce and `strict-dynamic`',
    headers: policy("script-src 'nonce-n' 'strict-dynamic'; object-src 'none'; base-uri 'none'"),
  },
  {
    name: 'CSP that names the scripts’ hosts; no `eval`',
    headers: policy("script-src 'self' 'nonce-n' {service}"),
  },
  {
    name: "CSP `require-trusted-types-for 'script'`",
    headers: policy("require-trusted-types-for 'script'"),
  },
  {
    name: "CSP `require-trusted-types-for 'script'; trusted-types foo`",
    expected: 'link',
    headers: policy("require-trusted-types-for 'script'; trusted-types foo"),
  },
  { name: "CSP `trusted-types 'none'`, not required", headers: policy("trusted-types 'none'") },
  { name: "CSP `worker-src 'none'`", headers: policy("worker-src 'none'") },
  {
    name: "CSP `connect-src 'self'`: the server cannot be asked",
    expected: 'message',
    except: { 'nafida-region-picker': 'works' },
    headers: policy("connect-src 'self'"),
  },
  {
    name: 'CSP `sandbox allow-scripts allow-forms`: an opaque origin',
    headers: policy('sandbox allow-scripts allow-forms'),
  },
  { name: 'CSP `sandbox allow-scripts`', headers: policy('sandbox allow-scripts') },
  {
    name: 'a script that cannot be loaded',
    expected: 'link',
    script: '<script type="module" src="{src}/gone/nafida.js" data-site="berkane"></script>',
  },
  { name: 'the script twice', body: (tag, script) => `${script}<main>${tag}</main>` },
  {
    name: 'the script of another version before ours',
    head: '<script type="module" src="{src}/older/nafida.js" data-site="{site}" data-api="{src}" nonce="n"></script>',
  },
  {
    name: 'the tag put in later, by a script',
    body: (tag) =>
      `<main></main>${run(`addEventListener('load', () => setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(tag)}; }, 200));`)}`,
  },
  {
    name: 'MooTools: `Array.from` with one argument',
    head: run(
      `Array.from = (item) => item == null ? [] : typeof item === 'object' && 'length' in item ? Array.prototype.slice.call(item) : [item];`,
    ),
  },
  {
    name: 'Prototype 1.6: `Array.prototype.toJSON`',
    head: run(
      `for (const kind of [Array, String, Date, Number]) kind.prototype.toJSON = function () { return '"' + String(this) + '"'; };`,
    ),
  },
  {
    name: 'an enumerable property on `Object.prototype`',
    head: run(`Object.prototype.extendWith = function () { return this; };`),
  },
  {
    name: 'an enumerable property on `Array.prototype`',
    head: run(`Array.prototype.contains = function (item) { return this.indexOf(item) >= 0; };`),
  },
  {
    name: '`Element.prototype.remove` and `append` of an old library',
    head: run(
      `Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; }; Element.prototype.append = function (node) { this.appendChild(node); return this; };`,
    ),
  },
  {
    name: '`fetch` wrapped by analytics, with a header of its own',
    head: run(
      `const real = window.fetch; window.fetch = (input, init) => real(new Request(input, init)).then((answer) => answer);`,
    ),
  },
  {
    name: "`fetch` wrapped with `credentials: 'include'`",
    expected: 'message',
    except: { 'nafida-region-picker': 'works' },
    head: run(
      `const real = window.fetch; window.fetch = (input, init) => real(input, { ...init, credentials: 'include' });`,
    ),
  },
  {
    name: '`customElements.define` wrapped',
    head: run(
      `const real = customElements.define; customElements.define = function (name, kind, options) { return real.call(customElements, name, kind, options); };`,
    ),
  },
  { name: 'no `crypto.randomUUID`', head: run(`delete Crypto.prototype.randomUUID;`) },
  {
    name: 'no `requestIdleCallback`, no `structuredClone`',
    head: run(`delete window.requestIdleCallback; delete window.structuredClone;`),
  },
  { name: '`html { font-size: 62.5% }`', head: style('html { font-size: 62.5%; }') },
  {
    name: 'capitals, wide letters, high lines, dark red',
    head: style(
      'body { text-transform: uppercase; letter-spacing: 4px; line-height: 3; color: darkred; }',
    ),
  },
  {
    name: '`* { font-size: 9px !important; display: inline !important }`',
    head: style('* { font-size: 9px !important; display: inline !important; }'),
  },
  {
    name: 'a reset of everything: `* { all: unset }`',
    head: style('body * { all: unset; }'),
  },
  {
    name: 'bars above and below that cover everything',
    head: style(
      '.bar { position: fixed; inset-inline: 0; top: 0; height: 60px; z-index: 2147483647; background: #333; }',
    ),
    body: (tag) => `<div class="bar"></div><main style="padding-top: 70px">${tag}</main>`,
  },
  { name: '`zoom: 1.5`', head: style('body { zoom: 1.5; }') },
  {
    name: 'a dark page',
    head: style(':root { color-scheme: dark; background: #111; color: #eee; }'),
  },
  { name: 'no `lang` on `<html>`', html: '' },
  {
    name: 'the direction by style sheet only',
    html: 'lang="{lang}"',
    head: style('body { direction: rtl; }'),
  },
  {
    name: 'inside a form of the page',
    body: (tag) =>
      `<main><form action="/elsewhere"><label>Chercher <input name="q"></label>${tag}<button>OK</button></form></main>`,
    check: `location.pathname.startsWith('/page') && [...new FormData(document.forms[0]).keys()].join() === 'q'`,
  },
  {
    name: 'shortcuts of the page: letters and arrows',
    head: run(
      `addEventListener('keydown', (event) => { if (!/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && /^(s|a|\\/|n|t|Arrow.*)$/.test(event.key)) event.preventDefault(); });`,
    ),
  },
  {
    name: 'every click stopped: `preventDefault`',
    limits: {
      'nafida-proposal-form':
        'a browser ticks no box whose click the page cancels, so the axis and the consent cannot be chosen',
    },
    head: run(`addEventListener('click', (event) => event.preventDefault(), true);`),
  },
  {
    name: 'every click stopped: `stopImmediatePropagation`',
    limits: {
      'nafida-session-calendar': 'a click that the page stops never arrives, so no session opens',
      'nafida-proposal-list': 'a click that the page stops never arrives, so no proposal opens',
    },
    head: run(`addEventListener('click', (event) => event.stopImmediatePropagation(), true);`),
  },
  {
    name: 'the tag closed in itself, and a heading after it',
    body: (tag) => `<main>${tag.replace(/>.*$/s, '/>')}<h2 id="after">Suite de la page</h2></main>`,
    check: `getComputedStyle(document.getElementById('after')).display !== 'none' && document.getElementById('after').getClientRects().length > 0`,
  },
  {
    name: 'the tag removed by the editor: `<div data-nafida>`',
    body: (tag) =>
      `<main>${tag
        .replace(/^<nafida-([a-z-]+)/, '<div data-nafida="$1"')
        .replace(/ (view|month|lang)=/g, ' data-$1=')
        .replace(/<\/nafida-[a-z-]+>$/, '</div>')}</main>`,
  },
  {
    name: 'thirty tags on one page',
    body: (tag) =>
      `<main>${tag}${'<nafida-region-picker></nafida-region-picker>'.repeat(29)}</main>`,
  },
  { name: 'no doctype: quirks mode', doctype: '' },
  {
    name: 'XHTML',
    expected: 'link',
    doctype: '',
    headers: () => ({ 'content-type': 'application/xhtml+xml' }),
  },
  { name: '`<base href>` to another host', head: '<base href="https://ailleurs.example/">' },
];
