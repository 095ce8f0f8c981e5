import { expect, nextFrame } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../testing/keyboard.js';
import { publishedFixture, serverWith } from '../testing/published-fixture.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';

const proposals = [
  { title: 'حافلة مدرسية لتلاميذ الدواوير', answer: 'سيتم اقتناء حافلة.' },
  { title: 'Un guichet numérique mobile', language: 'fr', axis: 'digital-services' },
  { title: '<img src=x onerror=alert(1)> تغطية', body: 'سطر أول\n<b>سطر ثان</b> من النص' },
] as const;

const titles = (page: { all: (selector: string) => HTMLElement[] }) =>
  page.all('.name a').map(({ textContent }) => textContent.trim());

describe('the list of proposals', () => {
  afterEach(() => {
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    localStorage.clear();
  });

  it('shows what was published, newest first, as text and in the direction it was written in', async () => {
    const page = await publishedFixture('nafida-proposal-list', await serverWith(proposals));
    await page.shown('.item');
    expect(titles(page)).to.deep.equal(proposals.map(({ title }) => title).reverse());
    const [first, french, answered] = page.all('.item');
    expect(first!.querySelector('img, b')).to.equal(null);
    expect(french!.querySelector('a')!.lang).to.equal('fr');
    expect(getComputedStyle(french!.querySelector('a')!).direction).to.equal('ltr');
    expect(answered!.querySelector('.status')!.textContent).to.equal('مقبول');
    expect(page.text('[part="count"]')).to.equal('3 مقترحات');
    await waitUntil(() => page.text('.facts').includes('تعميم الولوج'));
  });

  for (const [lang, side] of [
    ['ar', 'right'],
    ['fr', 'left'],
  ] as const) {
    it(`begins texts of both directions on the side of their facts, also where there is room (${lang})`, async () => {
      const held = await serverWith([
        { title: 'حافلة مدرسية', body: 'نقترح تعميم الأنترنت.' },
        { title: 'Un guichet mobile', body: 'Un guichet par douar.', language: 'fr' },
      ]);
      const page = await publishedFixture('nafida-proposal-list', held, {}, { lang, width: 1200 });
      await page.shown('.excerpt');
      const range = document.createRange();
      const edges = page.all('.name a, .excerpt').map((text) => {
        range.selectNodeContents(text);
        return Math.round(range.getBoundingClientRect()[side]);
      });
      expect(edges).to.have.lengthOf(4);
      expect(new Set(edges).size, edges.join()).to.equal(1);
    });
  }

  it('finds by words while they are typed, and says how much it found', async () => {
    const page = await publishedFixture('nafida-proposal-list', await serverWith(proposals));
    await page.shown('.item');
    page.find('#q').focus();
    await type('الحافلة');
    await waitUntil(() => page.all('.item').length === 1);
    expect(titles(page)).to.deep.equal([proposals[0].title]);
    await waitUntil(() => page.text('[role="status"]') === 'مقترح واحد');
    await type('xyz');
    await page.shown('.empty');
    expect(page.text('.empty')).to.include('لا يوجد مقترح مطابق');
  });

  it('narrows by axis, state and place, sorts, and takes it all back', async () => {
    const page = await publishedFixture('nafida-proposal-list', await serverWith(proposals));
    await page.shown('.item');
    await click(page.find('[part="open-filters"]'));
    await page.shown('nafida-region-picker');
    const choose = (id: string, value: string) => {
      const select = page.find(id) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await waitUntil(() => page.all('#axis option').length === 3);
    choose('#axis', 'digital-services');
    await waitUntil(() => titles(page).join() === proposals[1].title);
    await click(await page.shown('[part="remove-filters"]'));
    await waitUntil(() => page.all('.item').length === 3);
    choose('#status', 'accepted');
    await waitUntil(() => titles(page).join() === proposals[0].title);
    choose('#status', '');
    await waitUntil(() => page.all('.item').length === 3);
    choose('#sort', 'answered');
    await waitUntil(() => titles(page)[0] === proposals[0].title);
  });

  // In a language that no other test of this file speaks: its texts are still to come.
  it('leaves the proposals where they are when the field for the place comes', async () => {
    const held = await serverWith(proposals);
    const page = await publishedFixture('nafida-proposal-list', held, {}, { lang: 'en' });
    const item = await page.shown('.item');
    page.find('[part="open-filters"]').click();
    await page.element.updateComplete;
    const picker = page.find('nafida-region-picker');
    expect(picker.shadowRoot?.querySelector('#input') ?? null).to.equal(null);
    const { top } = item.getBoundingClientRect();
    await waitUntil(() => picker.shadowRoot?.querySelector('#input'), 'the field has come');
    await nextFrame();
    expect(item.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('opens a proposal in place by keyboard, and goes back to where one was', async () => {
    const held = await serverWith(proposals);
    const page = await publishedFixture('nafida-proposal-list', held, { remember: 'url' });
    const link = (await page.shown('.name a')) as HTMLAnchorElement;
    const opened = link.dataset['opens'];
    link.focus();
    await press('Enter');
    await page.shown('.answer');
    expect(page.text('.title')).to.equal(proposals[2].title);
    expect(location.hash).to.equal(`#nafida-proposal=${opened}`);
    await waitUntil(() => focusedElement() === page.find('#title'));
    await click(page.find('[part="back"]'));
    await page.shown('.item');
    await waitUntil(() => focusedElement() === page.find(`[data-opens="${opened}"]`));
    expect(location.hash).to.equal('');
  });

  it('shows more on demand, and as many again on the way back', async () => {
    const many = Array.from({ length: 45 }, (_, at) => ({ title: `مقترح رقم ${at} للتجربة` }));
    const held = await serverWith(many);
    const page = await publishedFixture('nafida-proposal-list', held, { remember: 'url' });
    await page.shown('.item');
    expect(page.all('.item').length).to.equal(20);
    await click(page.find('[part="more"]'));
    await waitUntil(() => page.all('.item').length === 40);
    await waitUntil(() => focusedElement() === page.all('.name a')[20]!);
    await waitUntil(() => location.hash === '#nafida-proposals-pages=2');
    page.element.remove();
    const again = await publishedFixture('nafida-proposal-list', held, { remember: 'url' });
    await waitUntil(() => again.all('.item').length === 40);
    await click(again.find('[part="more"]'));
    await waitUntil(() => again.all('.item').length === 45);
    expect(again.has('[part="more"]')).to.equal(false);
    expect(new Set(titles(again)).size).to.equal(45);
  });

  it('says that there is more which did not come, and brings it when asked again', async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({ title: `مقترح رقم ${at} للتجربة` }));
    const held = await serverWith(many);
    const page = await publishedFixture('nafida-proposal-list', held);
    await page.shown('.item');
    held.server.reachable = false;
    await click(page.find('[part="more"]'));
    expect((await page.shown('[part="notice"]')).textContent).to.include('تعذر تحميل البقية.');
    expect(page.all('.item').length).to.equal(20);
    held.server.reachable = true;
    await click(page.find('[part="retry"]'));
    await waitUntil(() => page.all('.item').length === 25);
    expect(page.has('[part="notice"]')).to.equal(false);
    await waitUntil(() => focusedElement() === page.all('.name a')[20]!);
  });

  it('says why nothing can be shown and tries again; keeps what it has when a refresh fails', async () => {
    const held = await serverWith(proposals);
    held.server.reachable = false;
    const page = await publishedFixture('nafida-proposal-list', held);
    await page.shown('.failure');
    expect(page.text('.failure')).to.include('تعذر تحميل المقترحات');
    held.server.reachable = true;
    await click(page.find('[part="retry"]'));
    await page.shown('.item');
    held.server.reachable = false;
    page.element.refresh();
    await page.shown('.stale');
    expect(page.all('.item').length).to.equal(3);
  });

  it('leads to all of it as data, narrowed as the list is', async () => {
    const held = await serverWith(proposals);
    const page = await publishedFixture('nafida-proposal-list', held, { axis: 'digital-services' });
    await page.shown('.item');
    const [csv] = page.all('.open-data a') as HTMLAnchorElement[];
    expect(csv!.href).to.equal(
      'https://nafida.test/v1/sites/berkane/proposals.csv?axis=digital-services&separator=semicolon',
    );
  });

  it('names the session that a proposal comes from, and leads to it where the page says where', async () => {
    const held = await serverWith([
      { title: 'حافلة مدرسية لتلاميذ الدواوير', session: 'listening-session' },
      { title: 'إنارة عمومية بالطاقة الشمسية' },
    ]);
    const french = { lang: 'fr' } as const;
    const page = await publishedFixture('nafida-proposal-list', held, {}, french);
    await page.shown('.item');
    const name = /^Recueillie lors de\s: Session d'écoute \(15 janvier 2030\)$/;
    expect(page.all('[part="session"]')).to.have.length(1);
    expect(page.text('[part="session"]')).to.match(name);
    expect(page.has('[part="session"] a')).to.equal(false);

    const address = { 'session-page': 'agenda.html?lang=fr#nafida-view=list' };
    const linked = await publishedFixture('nafida-proposal-list', held, address, french);
    await linked.shown('.item');
    const leadsTo = () => linked.find('[part="session"] a').getAttribute('href');
    const expected = 'agenda.html?lang=fr#nafida-view=list&nafida-session=listening-session';
    expect(leadsTo()).to.equal(expected);
    await click(linked.all('.name a').at(-1)!);
    await linked.shown('.answer');
    expect(linked.text('[part="session"]')).to.match(name);
    expect(leadsTo()).to.equal(expected);
  });

  it('shows those of one session alone where the page says so, as its data do', async () => {
    const held = await serverWith([
      { title: 'حافلة مدرسية لتلاميذ الدواوير', session: 'listening-session' },
      { title: 'إنارة عمومية بالطاقة الشمسية' },
    ]);
    const attributes = { session: 'listening-session' };
    const page = await publishedFixture('nafida-proposal-list', held, attributes);
    await page.shown('.item');
    expect(titles(page)).to.deep.equal(['حافلة مدرسية لتلاميذ الدواوير']);
    const [csv] = page.all('.open-data a') as HTMLAnchorElement[];
    expect(new URL(csv!.href).search).to.equal('?session=listening-session&separator=semicolon');
  });

  for (const lang of ['ar', 'fr'] as const) {
    it(`is accessible, narrow and wide, in ${lang}`, async () => {
      const held = await serverWith(proposals);
      for (const width of [320, 900]) {
        const page = await publishedFixture('nafida-proposal-list', held, {}, { lang, width });
        await page.shown('.item');
        await click(page.find('[part="open-filters"]'));
        await page.shown('nafida-region-picker');
        await expect(page.element).to.be.accessible();
        expect(page.find('.root').scrollWidth).to.be.at.most(width);
        await click(page.find('.name a'));
        await page.shown('.answer');
        await expect(page.element).to.be.accessible();
        expect(page.find('.root').scrollWidth).to.be.at.most(width);
        page.element.remove();
      }
    });
  }
});
