import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as litHtml } from 'lit';
import type { Catalogues } from './catalogue.js';
import { LocaleController } from './locale-controller.js';
import { NafidaElement } from '../nafida-element.js';

interface Messages {
  readonly hello: string;
}

let loads = 0;
let underWay = 0;
const later = async (hello: string) => {
  loads += 1;
  underWay += 1;
  await aTimeout(5);
  underWay -= 1;
  return { messages: { hello } };
};
const catalogues: Catalogues<Messages> = {
  ar: () => later('مرحبا'),
  fr: () => later('Bonjour'),
  en: () => later('Hello'),
};

class GreetingElement extends NafidaElement {
  protected override readonly locale: LocaleController<Messages> = new LocaleController(
    this,
    catalogues,
  );
  state = () => [this.locale.locale, this.locale.direction, this.locale.messages?.hello];
  protected override render() {
    const { textLocale, direction, messages } = this.locale;
    return litHtml`<p lang=${textLocale} dir=${direction}>${messages!.hello}</p>`;
  }
}
customElements.define('test-greeting', GreetingElement);

class ShellElement extends LitElement {
  protected override render() {
    return litHtml`<div lang="en"><slot></slot></div><div id="inside"><test-greeting></test-greeting></div>`;
  }
}
customElements.define('test-shell', ShellElement);

const page = document.documentElement;

/** What it says once no texts are on their way. */
async function settled(element: GreetingElement): Promise<unknown[]> {
  do await aTimeout(0);
  while (underWay > 0);
  await element.updateComplete;
  return element.state();
}

describe('language of an element', () => {
  beforeEach(() => {
    page.lang = 'fr';
    page.removeAttribute('dir');
  });

  after(() => {
    page.lang = 'en';
  });

  it('is that of the page, and the first drawing waits for the texts', async () => {
    const element = await fixture<GreetingElement>(html`<test-greeting></test-greeting>`);
    expect(element.shadowRoot!.textContent).to.contain('Bonjour');
    expect(await settled(element)).to.deep.equal(['fr', 'ltr', 'Bonjour']);
  });

  it('is its own lang before that of an ancestor, an ancestor before the page', async () => {
    const box = await fixture(html`
      <div lang="ar-MA">
        <test-greeting></test-greeting>
        <test-greeting lang="en-GB"></test-greeting>
      </div>
    `);
    const [inherited, own] = box.querySelectorAll<GreetingElement>('test-greeting');
    expect(await settled(inherited!)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
    expect(await settled(own!)).to.deep.equal(['en', 'ltr', 'Hello']);
  });

  it('is that of the tree it was written in, and found out of shadow roots', async () => {
    const box = await fixture(
      html`<div lang="ar">
        <test-shell><test-greeting></test-greeting></test-shell>
      </div>`,
    );
    const shell = box.querySelector<ShellElement>('test-shell')!;
    const slotted = box.querySelector<GreetingElement>('test-greeting')!;
    const inside = shell.shadowRoot!.querySelector<GreetingElement>('#inside test-greeting')!;
    expect(await settled(inside)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
    expect(await settled(slotted)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
    shell.shadowRoot!.querySelector('#inside')!.setAttribute('lang', 'fr');
    expect(await settled(inside)).to.deep.equal(['fr', 'ltr', 'Bonjour']);
  });

  it('follows a switch of the page without mixing languages on the way', async () => {
    const element = await fixture<GreetingElement>(html`<test-greeting></test-greeting>`);
    await settled(element);
    page.lang = 'ar';
    await Promise.resolve();
    expect(['Bonjour', 'مرحبا']).to.include(element.state()[2]);
    expect(element.state()[0]).to.equal(element.state()[2] === 'مرحبا' ? 'ar' : 'fr');
    expect(await settled(element)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
    expect(element.shadowRoot!.querySelector('p')!.dir).to.equal('rtl');
  });

  it('ends on the last of several quick switches', async () => {
    const element = await fixture<GreetingElement>(html`<test-greeting></test-greeting>`);
    for (const lang of ['ar', 'en', 'fr', 'ar', 'en']) {
      page.lang = lang;
      await aTimeout(1);
    }
    expect(await settled(element)).to.deep.equal(['en', 'ltr', 'Hello']);
  });

  it('reads French sentences on Amazigh pages, left to right', async () => {
    const element = await fixture<GreetingElement>(
      html`<test-greeting lang="tzm-Tfng"></test-greeting>`,
    );
    expect(await settled(element)).to.deep.equal(['zgh', 'ltr', 'Bonjour']);
  });

  it('takes the element’s own dir, and no other, before the direction of the language', async () => {
    page.dir = 'rtl';
    const own = await fixture<GreetingElement>(
      html`<test-greeting lang="ar" dir="ltr"></test-greeting>`,
    );
    expect(await settled(own)).to.deep.equal(['ar', 'ltr', 'مرحبا']);
    const french = await fixture<GreetingElement>(html`<test-greeting lang="fr"></test-greeting>`);
    expect(await settled(french)).to.deep.equal(['fr', 'ltr', 'Bonjour']);
  });

  it('takes an unknown or missing page language for French, or Arabic where the page runs right to left', async () => {
    page.lang = 'es';
    const spanish = await fixture<GreetingElement>(html`<test-greeting></test-greeting>`);
    expect(await settled(spanish)).to.deep.equal(['fr', 'ltr', 'Bonjour']);
    page.removeAttribute('lang');
    const nameless = await fixture<GreetingElement>(
      html`<div style="direction: rtl"><test-greeting></test-greeting></div>`,
    );
    const element = nameless.querySelector<GreetingElement>('test-greeting')!;
    expect(await settled(element)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
  });

  it('passes over a slip in its own lang', async () => {
    page.lang = 'ar';
    const element = await fixture<GreetingElement>(html`<test-greeting lang="??"></test-greeting>`);
    expect(await settled(element)).to.deep.equal(['ar', 'rtl', 'مرحبا']);
  });

  it('loads the texts of a language once for all elements', async () => {
    const before = loads;
    const elements = await fixture(
      html`<div>
        ${Array.from({ length: 30 }, () => html`<test-greeting lang="fr"></test-greeting>`)}
      </div>`,
    );
    await settled(elements.querySelector<GreetingElement>('test-greeting')!);
    expect(loads).to.equal(before);
  });

  it('resolves again where it is moved to', async () => {
    const box = await fixture(
      html`<div>
        <p lang="en"></p>
        <test-greeting></test-greeting>
      </div>`,
    );
    const element = box.querySelector<GreetingElement>('test-greeting')!;
    await settled(element);
    box.querySelector('p')!.append(element);
    expect(await settled(element)).to.deep.equal(['en', 'ltr', 'Hello']);
  });
});
