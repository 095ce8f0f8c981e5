import { expect } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../../testing/keyboard.js';
import { proposalFixture } from '../../testing/proposal-fixture.js';
import { serverWith } from '../../testing/published-fixture.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

const known = { title: 'حافلة مدرسية لتلاميذ الدواوير البعيدة' };

describe('proposals near the one that is being written', () => {
  afterEach(() => localStorage.clear());

  it('are offered under the title, said politely, and read and supported in place', async () => {
    const { server, references } = await serverWith([known]);
    const page = await proposalFixture({ server });
    page.input('title').focus();
    await type('الحافلات المدرسية للتلاميذ');
    await page.shown('.similar');
    expect(focusedElement()).to.equal(page.input('title'));
    expect(page.text('.near')).to.include(known.title);
    await waitUntil(() => page.text('[role="status"]').includes('مقترح مشابه واحد'));
    await expect(page.form).to.be.accessible();
    page.find('.near').focus();
    await press('Enter');
    const proposal = await page.shown('nafida-proposal');
    const inside = (selector: string) => proposal.shadowRoot?.querySelector<HTMLElement>(selector);
    await waitUntil(() => inside('[part="submit"]'));
    await click(inside('[part="submit"]')!);
    await waitUntil(() => inside('.count')?.textContent === 'تأييد واحد');
    const { supports } = await page.client.proposals.get(references[0]!);
    expect(supports).to.equal(1);
    expect(page.input('title').value).to.equal('الحافلات المدرسية للتلاميذ');
    expect(page.sent().length).to.equal(1);
  });

  it('do not come while somebody writes further down, nor after they were waved away', async () => {
    const { server } = await serverWith([known]);
    const page = await proposalFixture({ server });
    const asked = () => server.requests.filter(({ url }) => url.includes('/similar-proposals'));
    page.input('title').focus();
    await type('الحافلات المدرسية للتلاميذ');
    page.input('body').focus();
    await waitUntil(() => asked().length === 1);
    await type('نص المقترح كما يكتبه صاحبه');
    expect(page.has('.similar')).to.equal(false);
    page.input('title').focus();
    await type(' الصغار');
    await page.shown('.similar');
    await click(page.find('.dismiss'));
    await waitUntil(() => !page.has('.similar'));
    expect(focusedElement()).to.equal(page.input('title'));
  });

  it('are not missed where the server has none', async () => {
    const { server } = await serverWith([]);
    const page = await proposalFixture({ server });
    await page.fill();
    expect(page.has('.similar')).to.equal(false);
    await click(page.find('[part="submit"]'));
    await page.shown('.receipt');
  });
});
