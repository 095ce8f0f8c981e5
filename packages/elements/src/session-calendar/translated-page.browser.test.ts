import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { click } from '../testing/keyboard.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';
import type { SessionCalendarElement } from './index.js';

/** What browsers' translators do: a `<font>` in the place of every text. */
function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('[translate="no"], style')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `[${text.data.trim()}]`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

describe('<nafida-session-calendar> on a page that the browser translates', () => {
  it('names the month that it shows, month after month', async () => {
    const calendar = await fixture<SessionCalendarElement>(html`
      <nafida-session-calendar lang="fr" src="/no-such-file.json"></nafida-session-calendar>
    `);
    const root = calendar.shadowRoot!;
    const heading = () => root.querySelector('[part="month"]')?.textContent?.trim() ?? '';
    await waitUntil(() => heading() !== '', 'the month is drawn');
    const seen = [heading()];
    for (let month = 0; month < 3; month++) {
      translate(root);
      await click(root.querySelector('[part~="next"]')!);
      await calendar.updateComplete;
      await nextFrame();
      seen.push(heading());
    }
    expect(new Set(seen).size, seen.join(' | ')).to.equal(4);
  });
});
