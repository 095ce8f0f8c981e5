import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { chromiumFlags, requireChromium } from './find-browser.mjs';

/**
 * A real Chromium for end-to-end tests. Close it when done.
 *
 * @param {import('playwright-core').LaunchOptions} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchChromium({ args = [], ...options } = {}) {
  return chromium.launch({
    executablePath: requireChromium(),
    args: [...chromiumFlags, ...args],
    ...options,
  });
}

let axeSource;

/**
 * What axe-core finds on the page, with all its rules. It runs in a world of its own: a strict
 * Content-Security-Policy does not stop it and broken natives of the page do not reach it.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} [options] for `axe.run`, e.g. `{ rules: { region: { enabled: false } } }`
 * @returns {Promise<import('axe-core').Result[]>} the violations
 */
export async function axeViolations(page, options = {}) {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const devtools = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await devtools.send('Page.getFrameTree');
    const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    };
    await evaluate(`${await axeSource}; undefined`);
    return await evaluate(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
    );
  } finally {
    await devtools.detach();
  }
}

/** Fails with a readable list when axe-core finds anything on the page. */
export async function assertAccessible(page, options) {
  const violations = await axeViolations(page, options);
  assert.equal(violations.length, 0, violations.map(describeViolation).join('\n'));
}

function describeViolation({ id, help, nodes }) {
  const places = nodes.map(({ target, failureSummary }) => {
    return `  ${target.flat().join(' ')}\n    ${failureSummary.replaceAll('\n', '\n    ')}`;
  });
  return [`${id}: ${help}`, ...places].join('\n');
}
