import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createFakeServer } from '@nafida/client/testing';
import { launchChromium } from '../harness/browser.mjs';
import { root } from '../harness/tree.mjs';
import { startFixtureSite } from './fixture-site.mjs';

const PICKER = 'nafida-region-picker';
const CALENDAR = 'nafida-session-calendar';
const FALLBACK = '<a href="/contact">Contacter la commune</a>';
const FORM = 'nafida-proposal-form';
const LIST = 'nafida-proposal-list';
const picker = `<${PICKER} label="Commune">${FALLBACK}</${PICKER}>`;

let site;
let browser;
let snippet;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
  snippet = `<script type="module" src="${site.assetsOrigin}/nafida.js" data-site="berkane"></script>`;
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a page and collects everything it complains about. */
async function open(html, headers) {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const errors = [];
  const consoleErrors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  const url = site.page(html, headers);
  await page.goto(url);
  return { page, errors, consoleErrors };
}

const isDefined = (tag) => customElements.get(tag) !== undefined;

async function assertWorks({ page, errors }, tag = PICKER) {
  await page.waitForFunction(isDefined, tag);
  await page.locator(`${tag} input`).first().waitFor();
  assert.deepEqual(errors, []);
  await page.close();
}

async function assertFallsBack({ page, errors }) {
  await page.getByRole('link', { name: 'Contacter la commune' }).waitFor();
  // Long enough for a late registration to hide the link after all.
  await page.waitForTimeout(700);
  assert.equal(await page.getByRole('link', { name: 'Contacter la commune' }).isVisible(), true);
  assert.equal(await page.evaluate(isDefined, PICKER), false);
  assert.deepEqual(errors, []);
  await page.close();
}

test('a page loads only what its tags need', async () => {
  await assertWorks(await open(snippet + picker));
  assert.ok(site.requests.some((path) => path.includes('/region-picker-')));
  assert.ok(!site.requests.some((path) => path.includes('/session-calendar-')));
  assert.equal(new Set(site.requests).size, site.requests.length, 'nothing is fetched twice');
});

test('every style sheet of a tag keeps its rules when it is packed', async () => {
  const tags = [PICKER, CALENDAR, FORM, LIST, 'nafida-proposal-status'];
  const { page } = await open(snippet + tags.map((tag) => `<${tag}></${tag}>`).join(''));
  for (const tag of tags) {
    await page.waitForFunction((name) => document.querySelector(name)?.shadowRoot, tag);
    const rules = await page.evaluate(
      (name) =>
        document
          .querySelector(name)
          .shadowRoot.adoptedStyleSheets.map(({ cssRules }) => cssRules.length),
      tag,
    );
    assert.ok(rules.length > 0 && rules.every((count) => count > 0), `${tag}: ${rules}`);
  }
  await page.close();
});

test('a page without tags loads nothing but nafida.js', async () => {
  const { page } = await open(snippet);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(site.requests, ['/nafida.js']);
  await page.close();
});

for (const [tag, html, drawn] of [
  [PICKER, picker, 'input'],
  // What asks for its sessions and what draws them come beside the frame that it draws first.
  [CALENDAR, `<${CALENDAR}></${CALENDAR}>`, 'table'],
]) {
  test(`the files of ${tag}, its texts included, are asked for at once`, async () => {
    const url = site.page(snippet + html);
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const never = new Promise(() => {});
    site.intercept((path) => {
      if (path === '/nafida.js') return undefined;
      return path.startsWith('/nafida/') ? held : never;
    });
    const page = await browser.newPage();
    // As the page asks: a browser lets some wait for a free connection.
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForTimeout(1000);
    const early = asked.slice();
    release();
    await page.locator(`${tag} ${drawn}`).waitFor();
    assert.deepEqual(
      asked.filter((path) => path.startsWith('/nafida/') && !early.includes(path)),
      [],
      'files that were found only after others had come',
    );
    await page.close();
  });
}

/** A page whose files of tags are held back until `count` reads have been asked for; tells all that are asked for. */
async function readsBeside(html, count) {
  const server = createFakeServer();
  const script = `<script type="module" src="${site.assetsOrigin}/nafida.js" data-api="${server.baseUrl}" data-site="${server.site}"></script>`;
  const url = site.page(script + html);
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  site.intercept((path) => (path.startsWith('/nafida/') ? held : undefined));
  const page = await browser.newPage();
  const reads = [];
  await page.route(`${server.baseUrl}/**`, async (route) => {
    const asked = route.request().url();
    reads.push(asked.replace(`${server.baseUrl}/v1/sites/`, '').replace(server.site, 'own'));
    if (reads.length === count) release();
    const answer = await server.fetch(asked);
    await route.fulfill({
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' },
      body: await answer.text(),
    });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await held;
  return { page, reads };
}

test('what a form asks is asked for while its files are on their way, and once', async () => {
  const { page, reads } = await readsBeside(`<${FORM}></${FORM}>`, 2);
  await page.locator(`${FORM} textarea`).first().waitFor();
  // Another address than those would be another read, and what was begun in vain.
  assert.deepEqual(reads.toSorted(), ['own', 'own/consultations']);
  await page.close();
});

test('what a calendar shows first is asked for while its files are on their way, and once', async () => {
  const { page, reads } = await readsBeside(`<${CALENDAR}></${CALENDAR}>`, 1);
  await page.locator(`${CALENDAR} table`).first().waitFor();
  await page.waitForFunction(
    (tag) => !document.querySelector(tag).shadowRoot.querySelector('[aria-busy="true"]'),
    CALENDAR,
  );
  const [first, ...later] = reads;
  assert.match(first, /^own\/sessions\?limit=100&from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/);
  const lastDay = new URLSearchParams(first.split('?')[1]).get('to');
  for (const read of later) {
    const from = new URLSearchParams(read.split('?')[1]).get('from');
    assert.ok(from === null || from > lastDay, `${read} asks again for days of ${first}`);
  }
  await page.close();
});

test('what a list shows first is asked for while its files are on their way, and once', async () => {
  const { page, reads } = await readsBeside(`<${LIST}></${LIST}>`, 2);
  await page.locator(`${LIST} [part="count"], ${LIST} [part="empty"]`).first().waitFor();
  assert.deepEqual(reads.toSorted(), ['own/consultations?limit=100', 'own/proposals?limit=20']);
  await page.close();
});

test('the script requests data for the site of a tag; a tag with settings requests its own', async () => {
  const tags = `<div site="oujda"><${CALENDAR}></${CALENDAR}></div><${FORM} site="nador" consultation="plan"></${FORM}>`;
  const { page, reads } = await readsBeside(tags, 3);
  assert.deepEqual(
    reads
      .slice(0, 3)
      .map((read) => read.replace(/\?.*/, ''))
      .toSorted(),
    ['nador', 'nador/consultations/plan', 'oujda/sessions'],
  );
  await page.close();
  const wishing = await readsBeside(
    `<${CALENDAR} month="2030-01"></${CALENDAR}><${FORM}></${FORM}>`,
    2,
  );
  assert.deepEqual(wishing.reads.slice(0, 2).toSorted(), ['own', 'own/consultations']);
  await wishing.page.close();
});

test('elements inserted later are found, however deep', async () => {
  const opened = await open(`${snippet}<main></main>`);
  await opened.page.waitForLoadState('networkidle');
  await opened.page.evaluate((html) => {
    const part = document.createElement('section');
    part.innerHTML = `<div><div>${html}</div></div>`;
    document.querySelector('main').append(part);
  }, picker);
  await assertWorks(opened);
});

for (const [name, attributes] of Object.entries({
  'type="module" forgotten': '',
  'async, type="module" forgotten': 'async',
  'defer, type="module" forgotten': 'defer',
  'with crossorigin, type="module" forgotten': 'crossorigin',
  'type="module" async': 'type="module" async',
})) {
  test(`the script works with ${name}, before and after the tag`, async () => {
    const script = `<script ${attributes} src="${site.assetsOrigin}/nafida.js"></script>`;
    await assertWorks(await open(`<head>${script}</head><body>${picker}`));
    await assertWorks(await open(`<body>${picker}${script}`));
  });
}

test('the script works when it is added on the first click', async () => {
  const opened = await open(picker);
  await opened.page.evaluate((src) => {
    addEventListener('click', () => {
      const script = document.createElement('script');
      script.type = 'module';
      script.src = src;
      document.head.append(script);
    });
  }, `${site.assetsOrigin}/nafida.js`);
  await opened.page.mouse.click(5, 5);
  await assertWorks(opened);
});

test('the same script twice is one', async () => {
  const again = snippet.replace('.js', '.js?ver=2');
  const classic = snippet.replace('type="module"', '');
  await assertWorks(await open(snippet + again + classic + snippet + picker));
  const chunks = site.requests.filter((path) => path !== '/nafida.js');
  assert.equal(new Set(chunks).size, chunks.length);
});

test('of two versions the first one wins and nothing breaks', async () => {
  const older = snippet.replace('/nafida.js', '/older/nafida.js');
  for (const scripts of [older + snippet, snippet + older]) {
    await assertWorks(await open(scripts + picker));
  }
});

test('the page keeps its globals, its head, its storage and its prototypes', async () => {
  const probe = `<script>
    window.snapshot = () => [
      ...Object.getOwnPropertyNames(window).map((name) => 'window.' + name),
      ...[Array, Object, Element, HTMLElement, Node].flatMap(({ name, prototype }) =>
        Object.getOwnPropertyNames(prototype).map((property) => name + '.' + property),
      ),
      'cookie ' + document.cookie,
      'stored ' + localStorage.length,
      document.head.outerHTML,
    ];
    window.before = [];
  </script>`;
  for (const script of [
    snippet,
    snippet.replace('type="module"', 'defer'),
    snippet.replace('type="module"', 'defer').replace('nafida.js', 'nafida.all.js'),
  ]) {
    const opened = await open(
      `<head>${probe}${script}</head><body><script>before = snapshot()</script>
        ${picker}<${CALENDAR}></${CALENDAR}><${FORM}></${FORM}>`,
    );
    await opened.page.locator(`${PICKER} input`).waitFor();
    await opened.page.waitForFunction(isDefined, CALENDAR);
    await opened.page.waitForFunction(isDefined, FORM);
    const { before, now } = await opened.page.evaluate(() => ({
      before: window.before,
      now: window.snapshot(),
    }));
    const without = (list, other) => list.filter((entry) => !other.includes(entry));
    assert.deepEqual(
      { added: without(now, before), gone: without(before, now) },
      { added: [], gone: [] },
    );
    await opened.page.close();
  }
});

test('if the server of the script is down, the content between the tags stays', async () => {
  const url = site.page(snippet + picker);
  site.intercept(() => 'fail');
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await assertFallsBack({ page, errors });
});

test('a chunk that fails is asked for again', async () => {
  const url = site.page(snippet + picker);
  let failures = 0;
  site.intercept((path) => (path.includes('foundation') && failures++ < 1 ? 'fail' : undefined));
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await assertWorks({ page, errors });
  assert.ok(failures > 1);
});

test('a wrong integrity hash leaves the fallback', async () => {
  const wrong = snippet.replace('src=', `integrity="sha384-${'A'.repeat(64)}" src=`);
  await assertFallsBack(await open(wrong + picker));
});

test('a strict Content-Security-Policy with a nonce is enough, and nothing else is asked of it', async () => {
  const opened = await open(snippet.replace('src=', 'nonce="n1" src=') + picker, {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; style-src 'none'; worker-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  });
  await opened.page.locator(`${PICKER} input`).waitFor();
  assert.deepEqual(opened.consoleErrors, []);
  await assertWorks(opened);
});

test('a list of allowed script hosts is enough', async () => {
  const opened = await open(snippet + picker, {
    'content-security-policy': `default-src 'none'; script-src ${site.assetsOrigin}; style-src 'none'`,
  });
  await opened.page.locator(`${PICKER} input`).waitFor();
  assert.deepEqual(opened.consoleErrors, []);
  await assertWorks(opened);
});

test('Trusted Types: works without a list of names, and with a list if plain strings are accepted', async () => {
  await assertWorks(
    await open(snippet + picker, {
      'content-security-policy': "require-trusted-types-for 'script'",
    }),
  );
  await assertWorks(
    await open(snippet + picker, { 'content-security-policy': "trusted-types 'none'" }),
  );
});

test('Trusted Types: required, and our name not on the list, leaves the fallback', async () => {
  await assertFallsBack(
    await open(snippet + picker, {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types foo",
    }),
  );
});

test('in a sandbox without an origin the tags work', async () => {
  await assertWorks(
    await open(snippet + picker, { 'content-security-policy': 'sandbox allow-scripts' }),
  );
});

test('the one-file build runs if only hashes of scripts are allowed', async () => {
  const file = readFileSync(join(root, 'packages/embed/dist/nafida.all.js'));
  const integrity = `sha384-${createHash('sha384').update(file).digest('base64')}`;
  const script = `<script defer crossorigin integrity="${integrity}" src="${site.assetsOrigin}/nafida.all.js"></script>`;
  const opened = await open(script + picker, {
    'content-security-policy': `default-src 'none'; script-src '${integrity}'; style-src 'none'`,
  });
  await opened.page.locator(`${PICKER} input`).waitFor();
  assert.deepEqual(opened.consoleErrors, []);
  await assertWorks(opened);
});

test('the one-file build runs inside a concatenated script', async () => {
  const file = readFileSync(join(root, 'packages/embed/dist/nafida.all.js'), 'utf8');
  const url = site.page(`<script src="${site.assetsOrigin}/bundle.js" defer></script>${picker}`);
  site.intercept((path) =>
    path === '/bundle.js' ? `var before = 1\n;${file}\n;var after = before` : undefined,
  );
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await assertWorks({ page, errors });
});

test('the settings of the script reach the elements', async () => {
  const asked = async (script) => {
    const page = await browser.newPage();
    const request = page.waitForRequest(/\/v1\/sites\/\w+\/sessions/);
    await page.goto(site.page(`${script}<${CALENDAR}></${CALENDAR}>`));
    const url = (await request).url();
    await page.close();
    return url.replace(/\?.*/, '');
  };
  const api = site.siteOrigin;
  assert.equal(await asked(snippet), `${site.assetsOrigin}/v1/sites/berkane/sessions`);
  assert.equal(
    await asked(snippet.replace('data-site', `data-api="${api}" data-site`)),
    `${api}/v1/sites/berkane/sessions`,
  );
  assert.equal(
    await asked(
      `<script type="module" src="${site.assetsOrigin}/nafida.js?site=ahfir&api=${api}"></script>`,
    ),
    `${api}/v1/sites/ahfir/sessions`,
  );
});

test('data-lang replaces the language of the page, not that of a part of it', async () => {
  const arabic = snippet.replace('data-site', 'data-lang="ar" data-site');
  const opened = await open(`<main>${picker}</main>${arabic}<aside lang="fr">${picker}</aside>`);
  const directionIn = (part) => opened.page.locator(`${part} ${PICKER} .root`).getAttribute('dir');
  assert.equal(await directionIn('main'), 'rtl');
  assert.equal(await directionIn('aside'), 'ltr');
  await assertWorks(opened);
});

test('a snippet with nonsense in it breaks nothing', async () => {
  const odd = snippet.replace('data-site', 'data-api="javascript:alert(1)" data-site');
  await assertWorks(await open(odd + picker));
});
