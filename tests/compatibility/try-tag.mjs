import { pageOf } from './page-of.mjs';
import { tags, Visitor } from './tags.mjs';

/** Smallest text that is drawn in the tags, in CSS pixels. */
const SMALLEST = `(() => {
  let smallest = Infinity;
  const walk = (root) => {
    const all = root.querySelectorAll('*');
    for (let at = 0; at < all.length; at += 1) {
      const element = all[at];
      if (element.shadowRoot) walk(element.shadowRoot);
      if (root === document || element.getClientRects().length === 0) continue;
      const owns = [].some.call(element.childNodes, (node) => node.nodeType === 3 && node.data.trim() !== '');
      const { fontSize, clipPath } = getComputedStyle(element);
      if (owns && clipPath === 'none') smallest = Math.min(smallest, parseFloat(fontSize));
    }
  };
  walk(document);
  return smallest;
})()`;

const LEAST_PX = 14;

/**
 * Opens a hostile page with one tag, does what the tag is for, and looks at what is left.
 *
 * @returns {Promise<string | undefined>} what is not as expected
 */
export async function tryTag(what) {
  const problem = await problemOf(what);
  if (!what.hostile.limits?.[what.tag]) return problem;
  return problem ? undefined : 'it works, where it is said that it cannot';
}

async function problemOf({ browser, commune, hostile, tag, language }) {
  const { attributes, task } = tags[tag];
  const server = await commune.renew();
  const html = pageOf(hostile, {
    ...{ tag, attributes, language, site: server.site },
    ...{ service: commune.service, origin: commune.origin },
  });
  const page = await browser.page();
  const visitor = new Visitor(page);
  try {
    await page.visit(commune.publish(html, hostile.headers?.(commune.service) ?? {}));
    const expected = hostile.except?.[tag] ?? hostile.expected ?? 'works';
    if (expected === 'link') return await linkProblem(visitor, tag);
    try {
      await task(visitor, { language, ...server });
    } catch (error) {
      if (expected !== 'message') throw error;
      await visitor.sees(
        'a message',
        `deep('[role="alert"], [part="load-error"], [part="error"]')`,
      );
      return undefined;
    }
    if (expected === 'message') return 'it works, where a message was expected';
    return await problemAfterwards(visitor, page, hostile);
  } catch (error) {
    return error.message.split('\n')[0];
  } finally {
    await page.close();
  }
}

async function linkProblem(visitor, tag) {
  await visitor.sees('the end of loading', `document.readyState === 'complete'`);
  const isShown = await visitor.look(
    `document.querySelector('a[href="/contact"]').getClientRects().length > 0`,
  );
  if (!isShown) return 'the link is not shown';
  return (await visitor.look(`Boolean(customElements.get('${tag}'))`)) ? 'it runs' : undefined;
}

// Yes or no first: where a page bends how texts and lists are written down, not every engine brings them over whole.
async function problemAfterwards(visitor, page, hostile) {
  if (!(await visitor.look('nafidaTest.errors.length === 0')))
    return `error on the page: ${await visitor.look('nafidaTest.errors[0]')}`;
  if (await visitor.look(`${SMALLEST} < ${LEAST_PX}`))
    return `text of ${await visitor.look(SMALLEST)} px`;
  if (!(await visitor.look('nafidaTest.changes().length === 0')))
    return `the page was changed: ${await visitor.look('nafidaTest.changes().join()')}`;
  if (hostile.check && !(await visitor.look(hostile.check))) return 'what follows is not shown';
  const violations = await page.violations();
  return violations.length > 0 ? `axe: ${violations.join(', ')}` : undefined;
}
