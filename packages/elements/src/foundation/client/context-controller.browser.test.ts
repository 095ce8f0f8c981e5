import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as litHtml } from 'lit';
import '../../provider/define.js';
import { setPageDefaults } from '../../provider/index.js';
import { ContextController } from './context-controller.js';

class ProbeElement extends LitElement {
  changes = 0;
  readonly context = new ContextController(this, () => (this.changes += 1));
  protected override render() {
    return litHtml``;
  }
}
customElements.define('test-probe', ProbeElement);

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('service of an element', () => {
  afterEach(() => setPageDefaults({ api: '', site: '' }));

  it('is unknown until both halves are said', async () => {
    const probe = await fixture<ProbeElement>(html`<test-probe api="/a"></test-probe>`);
    expect(probe.context.service).to.equal(undefined);
    probe.setAttribute('site', 's');
    await turn();
    expect(probe.context.service).to.deep.equal({ api: '/a', site: 's' });
  });

  it('is its own, then the nearest provider’s, then the page’s, half by half', async () => {
    setPageDefaults({ api: '/page', site: 'page' });
    const box = await fixture(html`
      <nafida-provider api="/outer" site="outer">
        <nafida-provider site="inner"><test-probe></test-probe></nafida-provider>
        <test-probe site="own"></test-probe>
      </nafida-provider>
    `);
    const [nested, own] = box.querySelectorAll<ProbeElement>('test-probe');
    expect(nested!.context.service).to.deep.equal({ api: '/outer', site: 'inner' });
    expect(own!.context.service).to.deep.equal({ api: '/outer', site: 'own' });
    const bare = await fixture<ProbeElement>(html`<test-probe></test-probe>`);
    expect(bare.context.service).to.deep.equal({ api: '/page', site: 'page' });
  });

  it('follows properties of the provider and later page defaults', async () => {
    const provider = await fixture<HTMLElementTagNameMap['nafida-provider']>(
      html`<nafida-provider><test-probe></test-probe></nafida-provider>`,
    );
    const probe = provider.querySelector<ProbeElement>('test-probe')!;
    setPageDefaults({ api: '/late' });
    provider.site = 'two';
    await provider.updateComplete;
    await turn();
    expect(probe.context.service).to.deep.equal({ api: '/late', site: 'two' });
    expect(probe.changes).to.equal(1);
  });

  it('ignores api and site on elements that are not providers', async () => {
    const box = await fixture(html`<form api="/x" site="x"><test-probe></test-probe></form>`);
    const probe = box.querySelector<ProbeElement>('test-probe')!;
    expect(probe.context.service).to.equal(undefined);
  });
});
