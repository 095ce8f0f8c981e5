import { sampleConsultation } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { focusedElement, press, type } from '../testing/keyboard.js';
import { proposalFixture, words } from '../testing/proposal-fixture.js';
import './define.js';

const { axes } = sampleConsultation();
const top = (element: HTMLElement) => element.getBoundingClientRect().top;

describe('the examples of an axis', () => {
  it('stand between hint and title once it is chosen, and are read out with the title', async () => {
    const page = await proposalFixture({ lang: 'fr' });
    expect(page.has('.examples')).to.equal(false);
    expect(page.input('title').getAttribute('aria-describedby')).to.equal('hint-title count-title');
    page.input('axis').focus();
    await press('Space');
    await page.form.updateComplete;
    expect(page.all('.examples li').map((each) => each.textContent.trim())).to.deep.equal([
      'Couvrir les douars de la commune par le réseau mobile et internet',
      'Des cours gratuits dans les maisons de jeunes pour faire ses démarches par téléphone',
    ]);
    expect(page.text('.examples p')).to.match(/^Par exemple\s:$/);
    const described = page.input('title').getAttribute('aria-describedby')!.split(' ');
    expect(described).to.deep.equal(['hint-title', 'examples-title', 'count-title']);
    for (const id of described) expect(page.has(`#${id}`), id).to.equal(true);
  });

  it('go with the axis, above what is being chosen nothing moves', async () => {
    const page = await proposalFixture();
    page.input('axis').focus();
    await press('Space');
    await page.form.updateComplete;
    const chosen = focusedElement() as HTMLElement;
    const before = top(chosen);
    expect(page.has('.examples')).to.equal(true);
    await press('ArrowDown');
    await page.form.updateComplete;
    expect(page.has('.examples')).to.equal(false);
    expect(top(chosen)).to.equal(before);
  });

  it('are there from the start under an axis that the page has settled, and stay while one types', async () => {
    const page = await proposalFixture({ attributes: { axis: 'access-and-uses' } });
    expect(page.all('.examples li')).to.have.length(2);
    page.input('title').focus();
    const before = top(page.input('title'));
    await type(words.title);
    await page.form.updateComplete;
    expect(top(page.input('title'))).to.equal(before);
    expect(page.all('.examples li')).to.have.length(2);
  });

  it('say which language they are in where it is not that of the page', async () => {
    const examples = [{ fr: 'Un guichet unique' }];
    const consultations = [
      sampleConsultation({ axes: axes.map((axis) => ({ ...axis, examples })) }),
    ];
    const page = await proposalFixture({ attributes: { axis: 'access-and-uses' }, consultations });
    const text = page.find('.examples bdi');
    expect([text.lang, text.dir, text.textContent]).to.deep.equal([
      'fr',
      'ltr',
      'Un guichet unique',
    ]);
  });
});
