import { after, before } from 'node:test';
import { createFakeServer } from '@nafida/client/testing';
import { launchChromium } from '../harness/browser.mjs';
import { startFixtureSite } from './fixture-site.mjs';

/** A site and a browser for the tests of a file. Returns how they open a page with the form: see {@link openFormPage}. */
export function formPages() {
  let site;
  let browser;
  before(async () => {
    [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  return (options) => openFormPage({ site, browser }, options);
}

/**
 * A page with the form, as the script tag draws it, once its fields are there. Files of the tag come as `decide` says
 * (see `FixtureSite.intercept`); the service answers from memory, with `data` in place of its own. `inside` is what the
 * page writes into the tag.
 */
async function openFormPage({ site, browser }, { decide, data, viewport, inside = '' }) {
  const server = createFakeServer(data);
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(10_000);
  const script = `<script type="module" src="${site.assetsOrigin}/nafida.js" data-site="${server.site}" data-api="${server.baseUrl}"></script>`;
  const url = site.page(`${script}<nafida-proposal-form>${inside}</nafida-proposal-form>`);
  if (decide) site.intercept(decide);
  await page.route(`${server.baseUrl}/**`, async (route) => {
    const request = route.request();
    const answer = await server.fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData() ?? undefined,
    });
    await route.fulfill({
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' },
      body: await answer.text(),
    });
  });
  await page.goto(url);
  const field = (id) => page.locator(`nafida-proposal-form #field-${id}`);
  await field('title').waitFor();
  return { page, server, field };
}
