import { expect, fixture, html } from '@open-wc/testing';
import { click, focusedElement, press, type } from '../testing/keyboard.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';

async function formWith(before: unknown = '') {
  const form = await fixture<HTMLFormElement>(html`
    <form lang="fr">
      ${before}
      <nafida-region-picker name="place" label="Lieu" required></nafida-region-picker>
      <input id="other" aria-label="Autre" />
      <button>Envoyer</button>
    </form>
  `);
  const picker = form.querySelector('nafida-region-picker')!;
  await waitUntil(() => picker.shadowRoot?.querySelector('input'));
  const bubbles: boolean[] = [];
  picker.addEventListener('invalid', (event) => {
    queueMicrotask(() => bubbles.push(!event.defaultPrevented));
  });
  return {
    ...{ form, picker, bubbles },
    error: () => picker.shadowRoot!.querySelector('[part~="error"]')?.textContent.trim() ?? '',
    input: () => picker.shadowRoot!.querySelector('input')!,
  };
}

describe('a picker left empty in a form', () => {
  it('says so once, with its own error, and has the focus', async () => {
    const { form, bubbles, error, input } = await formWith();
    await click(form.querySelector('button')!);
    await waitUntil(() => error() !== '');
    expect(bubbles).to.deep.equal([false]);
    await waitUntil(() => focusedElement() === input());
  });

  it('has the focus also where Enter in another field sends the form', async () => {
    const { form, error, input } = await formWith();
    form.querySelector<HTMLInputElement>('#other')!.focus();
    await press('Enter');
    await waitUntil(() => error() !== '' && focusedElement() === input());
  });

  it('leaves the focus to a wrong field before it', async () => {
    const { form, error } = await formWith(html`<input id="name" aria-label="Nom" required />`);
    await click(form.querySelector('button')!);
    await waitUntil(() => error() !== '');
    await waitUntil(() => focusedElement()?.id === 'name');
  });

  it('leaves it where it is when the page only looks whether the form is valid', async () => {
    const { form, error } = await formWith();
    const other = form.querySelector<HTMLInputElement>('#other')!;
    other.addEventListener('input', () => form.checkValidity());
    other.focus();
    await type('a');
    await waitUntil(() => error() !== '');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(focusedElement()).to.equal(other);
  });

  it('leaves it where it is in a form that looks itself whether it is valid', async () => {
    const { form, error } = await formWith();
    form.noValidate = true;
    const summary = form.querySelector<HTMLInputElement>('#other')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!form.checkValidity()) summary.focus();
    });
    await click(form.querySelector('button')!);
    await waitUntil(() => error() !== '');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(focusedElement()).to.equal(summary);
  });

  it('has it when the page asks the picker itself to report', async () => {
    const { picker, input } = await formWith();
    expect(picker.reportValidity()).to.equal(false);
    await waitUntil(() => focusedElement() === input());
  });
});
