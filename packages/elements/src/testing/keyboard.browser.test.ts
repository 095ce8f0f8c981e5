import { expect, fixture, html } from '@open-wc/testing';
import {
  click,
  emulateMedia,
  focusedElement,
  hover,
  press,
  setViewport,
  type,
} from './keyboard.js';

describe('real input', () => {
  it('types Latin, Arabic and Tifinagh text', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    input.focus();
    for (const text of ['Berkane 25', 'بركان', 'ⴱⴰⵔⴽⴰⵏ']) {
      input.value = '';
      await type(text);
      expect(input.value).to.equal(text);
    }
  });

  it('moves the focus with Tab and Shift+Tab', async () => {
    const box = await fixture(html`<div><button id="a">A</button><button id="b">B</button></div>`);
    box.querySelector<HTMLElement>('#a')!.focus();
    await press('Tab');
    expect(focusedElement()!.id).to.equal('b');
    await press('Shift+Tab');
    expect(focusedElement()!.id).to.equal('a');
  });

  it('presses named keys, trusted, with their modifiers let go again', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    const seen: string[] = [];
    input.addEventListener('keydown', (event) => {
      expect(event.isTrusted).to.equal(true);
      seen.push(event.shiftKey ? `shift ${event.key}` : event.key);
    });
    input.focus();
    for (const key of ['ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Enter']) {
      await press(key);
    }
    await press('Shift+ArrowLeft');
    await press('a');
    expect(seen).to.deep.equal([
      ...['ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Enter'],
      ...['shift Shift', 'shift ArrowLeft', 'a'],
    ]);
  });

  it('presses a button with Space', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Send</button>`);
    let clicks = 0;
    button.addEventListener('click', () => (clicks += 1));
    button.focus();
    await press('Space');
    expect(clicks).to.equal(1);
  });

  it('comes back to the page after the focus has left it', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Send</button>`);
    button.focus();
    await press('Tab');
    await press('Tab');
    let clicks = 0;
    button.addEventListener('click', () => (clicks += 1));
    await click(button);
    button.focus();
    await press('Enter');
    expect(clicks).to.equal(2);
  });

  it('clicks and hovers where the element is, also far down the page', async () => {
    const box = await fixture(html`<div style="padding-block: 3000px"><button>Send</button></div>`);
    const button = box.querySelector('button')!;
    let clicked = false;
    button.addEventListener('click', (event) => (clicked = event.isTrusted));
    await click(button);
    expect(clicked).to.equal(true);
    await hover(button);
    expect(button.matches(':hover')).to.equal(true);
  });
});

describe('page conditions', () => {
  it('gives the page a size', async () => {
    expect(await setViewport({ width: 640, height: 480 })).to.equal(true);
    expect([innerWidth, innerHeight]).to.deep.equal([640, 480]);
  });

  it('gives the page the width of a small phone, or says that this engine cannot', async function () {
    if (!(await setViewport({ width: 320, height: 640 }))) this.skip();
    expect([innerWidth, innerHeight]).to.deep.equal([320, 640]);
  });

  it('restores the size for the next test', () => {
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
  });

  it('emulates media, or says that this engine cannot', async function () {
    const able = await emulateMedia({
      'forced-colors': 'active',
      'prefers-reduced-motion': 'reduce',
      'prefers-color-scheme': 'dark',
    });
    if (!able) this.skip();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
  });

  it('restores the media for the next test', () => {
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });
});
