import type { Place } from '@nafida/territory';
import { childrenOf, loadCommunes, placeOf } from '@nafida/territory';
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { click, press, setViewport, type } from '../testing/keyboard.js';
import './define.js';
import type { RegionChangeEvent, RegionPickerElement } from './index.js';
import { recentChoices } from './recent-choices.js';
import { waitUntil } from '../testing/wait-until.js';

const berkane = '02.113';
const ahfir = '02.113.01.01';

const find = <T extends Element = HTMLElement>(picker: RegionPickerElement, selector: string) =>
  picker.shadowRoot!.querySelector<T>(selector);
const inputOf = (picker: RegionPickerElement) => find<HTMLInputElement>(picker, '#input')!;
const rowsOf = (picker: RegionPickerElement) => [
  ...picker.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"]'),
];
const nameOfRow = (row: Element) => row.querySelector('.row-name')!.textContent.trim();
const activeRow = (picker: RegionPickerElement) => {
  const id = inputOf(picker).getAttribute('aria-activedescendant');
  return id ? find(picker, `#${id}`) : null;
};
const isOpen = (picker: RegionPickerElement) =>
  inputOf(picker).getAttribute('aria-expanded') === 'true';
const errorOf = (picker: RegionPickerElement) =>
  find(picker, '[part="error"]')?.textContent!.trim();

async function drawn(picker: RegionPickerElement): Promise<void> {
  // What the picker loads when someone comes to it: asked for later, this settles after its own.
  await import('./picker-popup.js');
  await picker.updateComplete;
  await nextFrame();
  await picker.updateComplete;
}

async function pressed(picker: RegionPickerElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await press(key);
    await drawn(picker);
  }
}

/** Waits until the panel has its place: it stands where it stood a frame ago. */
async function placed(picker: RegionPickerElement): Promise<void> {
  let before = '';
  await waitUntil(async () => {
    await nextFrame();
    const { x, y, width, height } = find(picker, '[part="panel"]')!.getBoundingClientRect();
    const now = [x, y, width, height].join();
    const stands = height > 0 && now === before;
    before = now;
    return stands;
  }, 'the panel has its place');
}

// Firefox loses the keys of the page when Tab leaves its last field: something follows the picker.
async function picked(
  template = html`<nafida-region-picker></nafida-region-picker><a href="#next">Next</a>`,
) {
  const picker = await fixture<RegionPickerElement>(template);
  inputOf(picker).focus();
  await drawn(picker);
  return picker;
}

/** What the picker told the page, in order. */
function heard(picker: Element): string[] {
  const told: string[] = [];
  for (const name of ['input', 'change'] as const) {
    picker.addEventListener(name, () => told.push(name));
  }
  picker.addEventListener('nafida-region-change', (event) => {
    const { place, ancestors } = (event as RegionChangeEvent).detail;
    told.push([place?.code, ...ancestors.map((ancestor) => ancestor.code)].join(' < '));
  });
  return told;
}

describe('<nafida-region-picker>', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    await loadCommunes();
  });
  beforeEach(() => {
    (recentChoices() as Place[]).length = 0;
  });
  after(() => {
    document.documentElement.lang = 'en';
  });

  describe('typing', () => {
    for (const spelling of ['berkane', 'بركان', 'برکان']) {
      it(`finds the province as ${spelling} and chooses it with Enter`, async () => {
        const picker = await picked();
        const told = heard(picker);
        await type(spelling);
        await drawn(picker);
        expect(nameOfRow(activeRow(picker)!)).to.equal('Berkane');
        await pressed(picker, 'Enter');
        expect(picker.value).to.equal(berkane);
        expect(inputOf(picker).value).to.equal('Berkane (province)');
        expect(isOpen(picker)).to.equal(false);
        expect(told).to.deep.equal(['input', 'change', `${berkane} < 02`]);
      });
    }

    it('tells homonyms apart by what they are and where', async () => {
      const picker = await picked();
      await type('berkane');
      await drawn(picker);
      const details = rowsOf(picker)
        .slice(0, 2)
        .map((row) => row.querySelector('.row-where')!.textContent);
      expect(details[0]).to.equal('province, Oriental');
      expect(details[1]).to.equal('commune, Berkane, Oriental');
    });

    it('weighs the matched letters and marks each name with its language and direction', async () => {
      const picker = await picked();
      await type('ahf');
      await drawn(picker);
      const row = rowsOf(picker)[0]!;
      expect(row.querySelector('b')!.textContent).to.equal('Ahf');
      const names = [...row.querySelectorAll('bdi')].map(({ lang, dir, textContent }) => [
        lang,
        dir,
        textContent,
      ]);
      expect(names).to.deep.equal([
        ['fr', 'ltr', 'Ahfir'],
        ['ar', 'rtl', 'أحفير'],
      ]);
    });

    it('weighs each stretch of letters that was typed, and loses none around it', async () => {
      const picker = await picked();
      await type('tan tet');
      await drawn(picker);
      const row = rowsOf(picker)[0]!;
      expect([...row.querySelectorAll('b')].map((piece) => piece.textContent)).to.deep.equal([
        'Tan',
        'Tét',
      ]);
      expect(nameOfRow(row)).to.equal('Tanger-Tétouan-Al Hoceima');
    });

    it('weighs the letters in the other script when it is that name that was found', async () => {
      const picker = await picked();
      await type('أحف');
      await drawn(picker);
      const row = rowsOf(picker)[0]!;
      expect(nameOfRow(row)).to.equal('Ahfir');
      expect(row.querySelector('.row-detail bdi[lang="ar"] b')!.textContent).to.equal('أحف');
    });

    it('finds Tifinagh names and codes', async () => {
      for (const query of [placeOf(berkane)!.names.zgh!, berkane, 'MA-BER']) {
        const picker = await picked();
        await type(query);
        await drawn(picker);
        expect(nameOfRow(rowsOf(picker)[0]!), query).to.equal('Berkane');
      }
    });

    it('reads the number of results out politely, once typing rests', async () => {
      await loadCommunes();
      const picker = await picked();
      await type('a');
      await drawn(picker);
      const status = find(picker, '[role="status"]')!;
      await waitUntil(() => /résultat/.test(status.textContent), 'the first number is told');
      const first = status.textContent;
      // The other letters come between two timers of the page, however slow the machine is.
      for (const text of ['ah', 'ahf', 'ahfir']) {
        inputOf(picker).value = text;
        inputOf(picker).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await picker.updateComplete;
      }
      expect(nameOfRow(rowsOf(picker)[0]!)).to.equal('Ahfir');
      expect(status.textContent).to.equal(first);
      const told: string[] = [];
      new MutationObserver(() => told.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      await waitUntil(() => status.textContent !== first, 'the last number is told');
      await nextFrame();
      expect(told).to.deep.equal([status.textContent]);
    });

    it('tells it without drawing the list once more', async () => {
      const picker = await picked();
      await type('ahfir');
      await drawn(picker);
      const status = find(picker, '[role="status"]')!;
      // The communes, which come in while typing, are drawn, too.
      await waitUntil(() => rowsOf(picker).length > 0, 'rows');
      let drawings = 0;
      picker.addController({ hostConnected() {}, hostUpdated: () => void (drawings += 1) });
      await waitUntil(() => /résultat/.test(status.textContent), 'the number is told');
      await nextFrame();
      expect(drawings).to.equal(0);
    });

    it('offers a way on when nothing answers', async () => {
      const picker = await picked();
      await type('qqzzqq');
      await drawn(picker);
      expect(rowsOf(picker)).to.have.length(0);
      expect(find(picker, '[part="note"]')!.textContent).to.contain('qqzzqq');
      await click(find(picker, '[part="note"] button')!);
      await drawn(picker);
      expect(rowsOf(picker).length).to.be.greaterThan(3);
      expect(inputOf(picker).value).to.equal('');
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
    });

    it('keeps letters from the shortcuts of the page', async () => {
      await picked();
      const seen: string[] = [];
      const listen = (event: KeyboardEvent) => void seen.push(event.key);
      document.addEventListener('keydown', listen);
      await type('s/');
      await press('Tab');
      document.removeEventListener('keydown', listen);
      expect(seen).to.deep.equal(['Tab']);
    });
  });

  describe('browsing by keys', () => {
    it('goes from region to province to commune, announcing position and size on the way', async () => {
      const picker = await picked(
        html`<nafida-region-picker min-level="province"></nafida-region-picker>`,
      );
      await pressed(picker, 'ArrowDown');
      expect(isOpen(picker)).to.equal(true);
      expect(activeRow(picker)!.getAttribute('aria-setsize')).to.equal('12');
      expect(activeRow(picker)!.getAttribute('aria-posinset')).to.equal('1');
      await pressed(picker, 'ArrowDown');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Oriental');
      await pressed(picker, 'ArrowRight');
      expect(find(picker, '[part="path"]')!.textContent).to.contain('Oriental');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Berkane');
      await pressed(picker, 'Enter');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Berkane');
      expect(activeRow(picker)!.textContent).to.contain('toute la province');
      await pressed(picker, 'ArrowDown', 'ArrowDown', 'Enter');
      expect(picker.value).to.equal(ahfir);
      expect(inputOf(picker).value).to.equal('Ahfir (commune, Berkane)');
    });

    it('comes back by the other arrow and by Backspace, to where it was', async () => {
      const picker = await picked();
      await pressed(picker, 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Oriental');
      await pressed(picker, 'Enter', 'Backspace');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Oriental');
      expect(picker.value).to.equal('');
    });

    it('turns the horizontal arrows with the direction of reading', async () => {
      const picker = await picked(html`<nafida-region-picker lang="ar"></nafida-region-picker>`);
      await pressed(picker, 'ArrowDown', 'ArrowDown', 'ArrowLeft');
      expect(find(picker, '[part="path"]')!.textContent).to.contain('الشرق');
      await pressed(picker, 'ArrowRight');
      expect(find(picker, '[part="path"]')).to.equal(null);
      expect(nameOfRow(activeRow(picker)!)).to.equal('الشرق');
    });

    it('opens at the chosen place, which is marked', async () => {
      const picker = await picked(
        html`<nafida-region-picker value=${ahfir}></nafida-region-picker>`,
      );
      await pressed(picker, 'ArrowDown');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Ahfir');
      expect(activeRow(picker)!.getAttribute('aria-selected')).to.equal('true');
      expect(rowsOf(picker).filter((row) => row.ariaSelected === 'true')).to.have.length(1);
    });

    it('closes with Escape and takes back what was typed with the next', async () => {
      const picker = await picked(
        html`<nafida-region-picker value=${berkane}></nafida-region-picker>`,
      );
      const told = heard(picker);
      inputOf(picker).select();
      await type('fes');
      await drawn(picker);
      await pressed(picker, 'Escape');
      expect(isOpen(picker)).to.equal(false);
      expect(inputOf(picker).value).to.equal('fes');
      await pressed(picker, 'Escape');
      expect(inputOf(picker).value).to.equal('Berkane (province)');
      expect(picker.value).to.equal(berkane);
      expect(told).to.deep.equal([]);
    });
  });

  describe('mouse', () => {
    it('browses, goes back by the path and chooses; the focus stays in the input', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker></nafida-region-picker>`,
      );
      const told = heard(picker);
      await click(inputOf(picker));
      await drawn(picker);
      const row = (name: string) =>
        rowsOf(picker)
          .filter((each) => nameOfRow(each) === name)
          .at(-1)!;
      await click(row('Oriental'));
      await drawn(picker);
      await click(row('Nador'));
      await drawn(picker);
      await click([...picker.shadowRoot!.querySelectorAll('[part="path"] button')][1]!);
      await drawn(picker);
      expect(find(picker, '[part="path"] [aria-current]')!.textContent).to.equal('Oriental');
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
      await click(rowsOf(picker)[0]!);
      await drawn(picker);
      expect(picker.value).to.equal('02');
      expect(told).to.deep.equal(['input', 'change', '02']);
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
    });

    it('takes the choice back', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker value=${berkane}></nafida-region-picker>`,
      );
      const told = heard(picker);
      await click(find(picker, '[part="clear-button"]')!);
      await drawn(picker);
      expect(picker.value).to.equal('');
      expect(inputOf(picker).value).to.equal('');
      expect(told).to.deep.equal(['input', 'change', '']);
    });

    it('marks the choice when pressed, so that what is typed takes its place', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker value=${berkane}></nafida-region-picker>`,
      );
      await click(inputOf(picker));
      await drawn(picker);
      await type('ahfir');
      expect(inputOf(picker).value).to.equal('ahfir');
      await drawn(picker);
      // Beside the first press: a second one in the same place might be a double click, which marks a word.
      await click(find(picker, '.control')!);
      await type('x');
      expect(inputOf(picker).value, 'only where the list opens').to.contain('ahfir');
    });

    it('leaves an open list open when the choice is taken back', async () => {
      const picker = await picked(
        html`<nafida-region-picker value=${ahfir}></nafida-region-picker>`,
      );
      const told = heard(picker);
      await pressed(picker, 'ArrowDown');
      await click(find(picker, '[part="clear-button"]')!);
      await drawn(picker);
      expect(told).to.deep.equal(['input', 'change', '']);
      expect(isOpen(picker)).to.equal(true);
      expect(rowsOf(picker).filter((row) => row.ariaSelected === 'true')).to.have.length(0);
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
    });

    it('closes on a press outside and on the toggle', async () => {
      const box = await fixture(
        html`<div>
          <nafida-region-picker></nafida-region-picker>
          <p style="margin-top: 480px">Outside</p>
        </div>`,
      );
      const picker = box.querySelector('nafida-region-picker')!;
      await click(find(picker, '[part="toggle-button"]')!);
      await waitUntil(() => isOpen(picker));
      await click(box.querySelector('p')!);
      await waitUntil(() => !isOpen(picker));
      await click(find(picker, '[part="toggle-button"]')!);
      await waitUntil(() => isOpen(picker));
      await click(find(picker, '[part="toggle-button"]')!);
      await waitUntil(() => !isOpen(picker));
    });

    it('offers recent choices first', async () => {
      const picker = await picked();
      await type('dakhla');
      await drawn(picker);
      await pressed(picker, 'Enter');
      const other = await picked();
      await pressed(other, 'ArrowDown');
      expect(find(other, '.group-name')!.textContent).to.equal('Choix récents');
      expect(nameOfRow(activeRow(other)!)).to.contain('Dakhla');
    });
  });

  describe('leaving typed text', () => {
    it('chooses the one place whose whole name it is', async () => {
      const picker = await picked();
      const told = heard(picker);
      await type('ahfir');
      await pressed(picker, 'Tab');
      await waitUntil(() => picker.value === ahfir);
      expect(told).to.have.length(3);
      expect(errorOf(picker)).to.equal(undefined);
    });

    it('keeps anything else, says what to do and submits nothing', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <nafida-region-picker name="place" value=${berkane}></nafida-region-picker>
          <a href="#next">Next</a>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      inputOf(picker).focus();
      inputOf(picker).select();
      await type('berkan');
      expect(picker.validity.badInput, 'at once').to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([]);
      await pressed(picker, 'Tab');
      await waitUntil(() => errorOf(picker));
      expect(errorOf(picker)).to.contain('berkan');
      expect(inputOf(picker).value).to.equal('berkan');
      expect(inputOf(picker).getAttribute('aria-invalid')).to.equal('true');
      expect(picker.value).to.equal('');
      expect(picker.matches(':invalid')).to.equal(true);
      inputOf(picker).focus();
      inputOf(picker).select();
      await type('ahfir');
      await drawn(picker);
      await pressed(picker, 'Enter');
      expect(errorOf(picker)).to.equal(undefined);
      expect([...new FormData(form)]).to.deep.equal([['place', ahfir]]);
    });

    it('goes on from typed text when the list is opened again', async () => {
      const picker = await picked();
      await type('ahfi');
      await drawn(picker);
      await pressed(picker, 'Escape', 'ArrowDown');
      expect(nameOfRow(activeRow(picker)!)).to.equal('Ahfir');
    });

    it('takes emptied text for taking the choice back', async () => {
      const picker = await picked();
      picker.value = berkane;
      await drawn(picker);
      inputOf(picker).select();
      await pressed(picker, 'Backspace', 'Tab');
      await waitUntil(() => picker.value === '');
    });

    it('does not move what is being pressed: the error waits for the release', async () => {
      const box = await fixture(
        html`<div>
          <nafida-region-picker></nafida-region-picker>
          <button style="margin-top: 480px">Next</button>
        </div>`,
      );
      const picker = box.querySelector('nafida-region-picker')!;
      const button = box.querySelector('button')!;
      let clicks = 0;
      button.addEventListener('click', () => (clicks += 1));
      inputOf(picker).focus();
      await type('qqzzqq');
      await drawn(picker);
      await click(button);
      expect(clicks).to.equal(1);
      await waitUntil(() => errorOf(picker));
    });
  });

  describe('in a form', () => {
    it('submits the code, blocks while required and empty, and says so in the page’s language', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form lang="ar">
          <nafida-region-picker name="place" required></nafida-region-picker>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      expect(form.checkValidity()).to.equal(false);
      await drawn(picker);
      expect(errorOf(picker)).to.match(/^المرجو اختيار/);
      picker.value = berkane;
      expect(form.checkValidity(), 'in the same turn').to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([['place', berkane]]);
      picker.required = false;
      picker.value = '';
      expect(picker.validity.valid).to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it('is reset to its attribute, with typed text and error gone', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <nafida-region-picker name="place" value=${berkane}></nafida-region-picker>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      inputOf(picker).focus();
      inputOf(picker).select();
      await type('qq');
      await pressed(picker, 'Tab');
      form.reset();
      await drawn(picker);
      expect(picker.value).to.equal(berkane);
      expect(inputOf(picker).value).to.equal('Berkane (province)');
      expect(errorOf(picker)).to.equal(undefined);
    });

    it('is disabled by its fieldset and comes back as it was', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <fieldset disabled>
            <nafida-region-picker name="place" value=${berkane} required></nafida-region-picker>
          </fieldset>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      await drawn(picker);
      expect(inputOf(picker).disabled).to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([]);
      expect(picker.hasAttribute('disabled')).to.equal(false);
      picker.open();
      await drawn(picker);
      expect(isOpen(picker)).to.equal(false);
      form.querySelector('fieldset')!.disabled = false;
      await drawn(picker);
      expect(inputOf(picker).disabled).to.equal(false);
      expect([...new FormData(form)]).to.deep.equal([['place', berkane]]);
    });

    it('closes its list when it is disabled or made read-only meanwhile', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <fieldset><nafida-region-picker></nafida-region-picker></fieldset>
        </form>`,
      );
      const fieldset = form.querySelector('fieldset')!;
      const picker = form.querySelector('nafida-region-picker')!;
      const fix = [
        (isFixed: boolean) => (fieldset.disabled = isFixed),
        (isFixed: boolean) => (picker.readOnly = isFixed),
      ];
      for (const setFixed of fix) {
        picker.open();
        await drawn(picker);
        await waitUntil(() => isOpen(picker), 'it is open');
        setFixed(true);
        await drawn(picker);
        expect(isOpen(picker)).to.equal(false);
        setFixed(false);
        await drawn(picker);
      }
    });

    it('can be read-only: submitted, never invalid, never opened', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <nafida-region-picker name="place" value=${berkane} readonly></nafida-region-picker>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      await click(inputOf(picker));
      await drawn(picker);
      expect(isOpen(picker)).to.equal(false);
      expect(inputOf(picker).readOnly).to.equal(true);
      expect(picker.willValidate).to.equal(false);
      expect([...new FormData(form)]).to.deep.equal([['place', berkane]]);
    });

    it('restores what the browser kept', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker value="02"></nafida-region-picker>`,
      );
      picker.formStateRestoreCallback(ahfir);
      await drawn(picker);
      expect(picker.value).to.equal(ahfir);
      expect(inputOf(picker).value).to.equal('Ahfir (commune, Berkane)');
    });

    it('takes the page’s own message', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker></nafida-region-picker>`,
      );
      picker.setCustomValidity('Hors du projet.');
      expect(picker.checkValidity()).to.equal(false);
      await drawn(picker);
      expect(errorOf(picker)).to.equal('Hors du projet.');
      picker.setCustomValidity('');
      expect(picker.checkValidity()).to.equal(true);
    });

    it('takes its name from a label of the page, which focuses it', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <label for="place">Où habitez-vous ?</label>
          <nafida-region-picker id="place" name="place"></nafida-region-picker>
        </form>`,
      );
      const picker = form.querySelector('nafida-region-picker')!;
      expect(inputOf(picker).getAttribute('aria-label')).to.equal('Où habitez-vous ?');
      expect(find(picker, '[part="label"]')).to.equal(null);
      await click(form.querySelector('label')!);
      expect(document.activeElement).to.equal(picker);
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
    });

    it('lets no event of its own input out: pages hear choices only', async () => {
      const picker = await picked();
      const told = heard(picker);
      await type('berk');
      await pressed(picker, 'Escape', 'Escape', 'Tab');
      expect(told).to.deep.equal([]);
    });

    it('can have label and hint as text, attribute or slot', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker hint="Là où vous votez.">
          <span slot="label">Votre <em>commune</em></span>
        </nafida-region-picker>`,
      );
      expect(inputOf(picker).getAttribute('aria-label')).to.equal('Votre commune');
      expect(find(picker, '[part="hint"]')!.textContent).to.contain('Là où vous votez.');
      picker.querySelector('[slot]')!.remove();
      picker.label = 'Lieu';
      await drawn(picker);
      expect(inputOf(picker).getAttribute('aria-label')).to.equal('Lieu');
    });
  });

  describe('attributes that cannot be meant', () => {
    const { warn } = console;
    let warnings: string[] = [];
    beforeEach(() => {
      warnings = [];
      console.warn = (text: string) => void warnings.push(text);
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('keep an unknown code, warn once and make the field invalid', async () => {
      const box = await fixture(
        html`<div>
          <nafida-region-picker value="77.123"></nafida-region-picker>
          <nafida-region-picker value="77.123"></nafida-region-picker>
        </div>`,
      );
      const picker = box.querySelector('nafida-region-picker')!;
      expect(picker.value).to.equal('77.123');
      expect(inputOf(picker).value).to.equal('77.123');
      expect(picker.validity.badInput).to.equal(true);
      expect(picker.validationMessage).to.match(/plus valable/);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('nafida-region-picker value');
    });

    it('keep a code of a level or a territory that may not be chosen', async () => {
      const box = await fixture(
        html`<div>
          <nafida-region-picker level="province" value=${ahfir}></nafida-region-picker>
          <nafida-region-picker within="01" value=${berkane}></nafida-region-picker>
        </div>`,
      );
      const [level, outside] = box.querySelectorAll('nafida-region-picker');
      expect(level!.validationMessage).to.match(/^Ce choix n’est pas possible ici/);
      expect(outside!.validationMessage).to.match(/Tanger-Tétouan-Al Hoceima/);
      expect(level!.value).to.equal(ahfir);
      expect(warnings).to.have.length(2);
    });

    it('fall back where a level or a territory does not exist', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker level="city" min-level="" within="99"></nafida-region-picker>`,
      );
      inputOf(picker).focus();
      await pressed(picker, 'ArrowDown');
      expect(activeRow(picker)!.getAttribute('aria-setsize')).to.equal('12');
      expect(warnings).to.have.length(3);
    });

    it('never throw, whatever is set', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker></nafida-region-picker>`,
      );
      for (const value of [null, undefined, 12, {}, '__proto__', '\u0000', 'x'.repeat(10_000)]) {
        Object.assign(picker, { value, within: value, level: value, minLevel: value });
        await drawn(picker);
        picker.open();
        await drawn(picker);
        picker.close();
        picker.checkValidity();
      }
    });
  });

  describe('properties', () => {
    it('give the same result before and after attaching', async () => {
      const early = document.createElement('nafida-region-picker');
      Object.assign(early, { level: 'province', value: berkane, required: true, label: 'Lieu' });
      expect(early.validity.valid).to.equal(true);
      const box = await fixture(html`<div></div>`);
      box.append(early);
      const late = document.createElement('nafida-region-picker');
      box.append(late);
      await drawn(late);
      Object.assign(late, { level: 'province', value: berkane, required: true, label: 'Lieu' });
      await drawn(late);
      await drawn(early);
      const drawing = (picker: RegionPickerElement) => find(picker, '.root')!;
      expect(drawing(late).isEqualNode(drawing(early))).to.equal(true);
      expect(late.validity.valid).to.equal(early.validity.valid);
    });

    it('take codes of 2014', async () => {
      const moved = ['02', '03', '07']
        .flatMap((code) => childrenOf(code))
        .flatMap((province) => childrenOf(province.code))
        .find((place) => place.code2014)!;
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker value=${moved.code2014!}></nafida-region-picker>`,
      );
      expect(picker.validity.valid).to.equal(true);
      expect(picker.place).to.equal(moved);
      expect(inputOf(picker).value).to.contain(moved.names.fr);
    });
  });

  describe('a long list', () => {
    it('draws what is seen and no more, but tells the whole size', async () => {
      const picker = await picked(
        html`<nafida-region-picker level="commune" min-level="commune"></nafida-region-picker>`,
      );
      await type('ait');
      await drawn(picker);
      const size = Number(rowsOf(picker)[0]!.getAttribute('aria-setsize'));
      expect(size).to.equal(50);
      expect(rowsOf(picker).length).to.be.lessThan(20);
      await pressed(picker, 'ArrowUp');
      expect(activeRow(picker)!.getAttribute('aria-posinset')).to.equal('50');
      const list = find(picker, '[role="listbox"]')!.getBoundingClientRect();
      const last = activeRow(picker)!.getBoundingClientRect();
      expect(last.bottom).to.be.lessThan(list.bottom + 1);
      expect(last.top).to.be.greaterThan(list.top);
      expect(rowsOf(picker).length).to.be.lessThan(20);
    });

    it('follows scrolling without a gap', async () => {
      const picker = await picked(
        html`<nafida-region-picker min-level="commune"></nafida-region-picker>`,
      );
      await type('ait');
      await drawn(picker);
      const list = find(picker, '[role="listbox"]')!;
      for (const part of [0.25, 0.5, 0.9, 1, 0.1]) {
        list.scrollTop = (list.scrollHeight - list.clientHeight) * part;
        await waitUntil(() => {
          const box = list.getBoundingClientRect();
          const rows = rowsOf(picker).map((row) => row.getBoundingClientRect());
          return (
            Math.min(...rows.map((row) => row.top)) <= box.top + 1 &&
            Math.max(...rows.map((row) => row.bottom)) >= box.bottom - 2
          );
        }, `rows fill the list at ${part}`);
      }
    });

    it('keeps every step of the active row in the drawing', async () => {
      const picker = await picked();
      await type('ait');
      await drawn(picker);
      for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'PageUp', 'PageDown', 'PageDown']) {
        await pressed(picker, key);
        expect(activeRow(picker), key).to.not.equal(null);
      }
    });
  });

  describe('the popup', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      it(`is never clipped by a parent, and stays in the window (${direction})`, async () => {
        const box = await fixture(
          html`<div dir=${direction} style="height: 560px">
            <div
              style="overflow: hidden; transform: translateX(0); height: 90px; position: absolute; inset-block-end: 10px; inset-inline-end: 0; inline-size: 260px"
            >
              <nafida-region-picker
                lang=${direction === 'rtl' ? 'ar' : 'fr'}
              ></nafida-region-picker>
            </div>
          </div>`,
        );
        const picker = box.querySelector('nafida-region-picker')!;
        await drawn(picker);
        inputOf(picker).focus();
        await pressed(picker, 'ArrowDown');
        await placed(picker);
        const panel = find(picker, '[part="panel"]')!.getBoundingClientRect();
        const field = find(picker, '.control')!.getBoundingClientRect();
        expect(panel.height).to.be.greaterThan(150);
        expect(panel.left).to.be.at.least(0);
        expect(panel.right).to.be.at.most(innerWidth);
        expect(panel.top).to.be.at.least(0);
        expect(panel.bottom).to.be.at.most(innerHeight);
        expect(panel.width).to.be.at.least(field.width - 1);
        const over = document.elementFromPoint(panel.left + 20, panel.top + 20);
        expect(over).to.equal(picker);
        const gap = Math.min(
          Math.abs(panel.top - field.bottom),
          Math.abs(field.top - panel.bottom),
        );
        expect(gap).to.be.lessThan(6);
      });
    }

    it('follows its field when the page scrolls', async () => {
      const box = await fixture(
        html`<div style="padding-block: 200px 2000px">
          <nafida-region-picker></nafida-region-picker>
        </div>`,
      );
      const picker = box.querySelector('nafida-region-picker')!;
      inputOf(picker).focus();
      await pressed(picker, 'ArrowDown');
      await placed(picker);
      scrollBy(0, 120);
      await waitUntil(() => {
        const panel = find(picker, '[part="panel"]')!.getBoundingClientRect();
        const field = find(picker, '.control')!.getBoundingClientRect();
        return field.bottom < 250 && Math.abs(panel.top - field.bottom) < 6;
      });
      scrollTo(0, 0);
    });

    it('is gone with the element, and opens again where it is put back', async () => {
      const picker = await picked();
      await pressed(picker, 'ArrowDown');
      const parent = picker.parentElement!;
      picker.remove();
      await aTimeout(20);
      parent.append(picker);
      await drawn(picker);
      expect(isOpen(picker)).to.equal(false);
      inputOf(picker).focus();
      await pressed(picker, 'ArrowDown');
      expect(isOpen(picker)).to.equal(true);
    });
  });

  describe('on a narrow touch screen', () => {
    const matchMedia = window.matchMedia.bind(window);
    before(() => {
      window.matchMedia = (query) =>
        query.includes('coarse') ? ({ matches: true } as MediaQueryList) : matchMedia(query);
    });
    after(() => {
      window.matchMedia = matchMedia;
    });

    it('chooses in a sheet with an input of its own', async function () {
      this.timeout(30_000);
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker label="Votre commune"></nafida-region-picker>`,
      );
      const told = heard(picker);
      expect(inputOf(picker).readOnly).to.equal(true);
      await click(inputOf(picker));
      await drawn(picker);
      const sheet = find<HTMLDialogElement>(picker, 'dialog')!;
      expect(sheet.matches(':modal')).to.equal(true);
      expect(picker.shadowRoot!.activeElement!.id).to.equal('sheet-input');
      await expect(picker).to.be.accessible();
      await type('ahfir');
      await drawn(picker);
      await pressed(picker, 'Enter');
      expect(picker.value).to.equal(ahfir);
      expect(find(picker, 'dialog')).to.equal(null);
      expect(inputOf(picker).value).to.equal('Ahfir (commune, Berkane)');
      expect(picker.shadowRoot!.activeElement).to.equal(inputOf(picker));
      expect(told).to.deep.equal(['input', 'change', `${ahfir} < ${berkane} < 02`]);
    });

    it('says right under the field that nothing answers, where no on-screen keyboard lies', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker></nafida-region-picker>`,
      );
      await click(inputOf(picker));
      await drawn(picker);
      await type('xqzwvb');
      await drawn(picker);
      const note = find(picker, 'dialog [part="note"]')!.getBoundingClientRect();
      const field = find(picker, 'dialog [part="control"]')!.getBoundingClientRect();
      expect(note.top - field.bottom).to.be.within(0, 24);
    });

    it('lets what is typed take the place of a choice, and stays when the choice is taken back', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker value=${berkane}></nafida-region-picker>`,
      );
      const sheetInput = () => find<HTMLInputElement>(picker, '#sheet-input')!;
      await click(inputOf(picker));
      await drawn(picker);
      await type('ahf');
      await drawn(picker);
      expect(sheetInput().value).to.equal('ahf');
      expect(nameOfRow(rowsOf(picker)[0]!)).to.equal('Ahfir');
      await click(find(picker, 'dialog [part="clear-button"]')!);
      await drawn(picker);
      expect(picker.value).to.equal('');
      expect(sheetInput().value).to.equal('');
      expect(picker.shadowRoot!.activeElement).to.equal(sheetInput());
    });

    it('closes by its button, by Escape and by a press beside it, keeping what was typed', async () => {
      const picker = await fixture<RegionPickerElement>(
        html`<nafida-region-picker></nafida-region-picker>`,
      );
      const open = async () => {
        await click(inputOf(picker));
        await drawn(picker);
        expect(find(picker, 'dialog')).to.not.equal(null);
      };
      await open();
      await type('berk');
      await drawn(picker);
      await click(find(picker, '.sheet-head button')!);
      await drawn(picker);
      expect(find(picker, 'dialog')).to.equal(null);
      expect(inputOf(picker).value).to.equal('berk');
      await open();
      await pressed(picker, 'Escape');
      expect(find(picker, 'dialog')).to.equal(null);
      await open();
      find(picker, 'dialog')!.click();
      await drawn(picker);
      expect(find(picker, 'dialog')).to.equal(null);
    });
  });

  describe('language', () => {
    it('follows the page while open and chosen', async () => {
      const picker = await picked(
        html`<nafida-region-picker value=${berkane} label="Lieu"></nafida-region-picker>`,
      );
      await pressed(picker, 'ArrowDown');
      document.documentElement.lang = 'ar';
      await waitUntil(() => inputOf(picker).value === 'إقليم بركان');
      await drawn(picker);
      expect(find(picker, '.root')!.getAttribute('dir')).to.equal('rtl');
      expect(nameOfRow(activeRow(picker)!)).to.equal('بركان');
      document.documentElement.lang = 'fr';
      await waitUntil(() => inputOf(picker).value === 'Berkane (province)');
    });

    it('shows Tifinagh names on an Amazigh page', async () => {
      const picker = await picked(html`<nafida-region-picker lang="zgh"></nafida-region-picker>`);
      await pressed(picker, 'ArrowDown');
      const name = rowsOf(picker).at(-1)!.querySelector<HTMLElement>('.row-name')!;
      expect(name.lang).to.equal('zgh');
      expect(name.textContent).to.match(/^[ⴰ-⵿\s]+$/);
    });
  });

  describe('for everybody', () => {
    for (const lang of ['ar', 'fr', 'en']) {
      it(`has nothing for axe to find, in any state (${lang})`, async function () {
        // Seven examinations of the whole element.
        this.timeout(60_000);
        const form = await fixture<HTMLFormElement>(
          html`<form lang=${lang}>
            <nafida-region-picker name="place" hint="…" required></nafida-region-picker>
          </form>`,
        );
        const picker = form.querySelector('nafida-region-picker')!;
        await expect(picker).to.be.accessible();
        picker.checkValidity();
        await drawn(picker);
        await expect(picker).to.be.accessible();
        inputOf(picker).focus();
        await pressed(picker, 'ArrowDown');
        await expect(picker).to.be.accessible();
        await pressed(picker, 'ArrowDown', 'Enter');
        await expect(picker).to.be.accessible();
        await type('berk');
        await drawn(picker);
        await expect(picker).to.be.accessible();
        await type('qqqqq');
        await drawn(picker);
        await expect(picker).to.be.accessible();
      });
    }

    it('fits 320 px, in Arabic and with long names', async function () {
      if (!(await setViewport({ width: 320, height: 640 }))) this.skip();
      const picker = await picked(html`<nafida-region-picker lang="ar"></nafida-region-picker>`);
      await type('sidi');
      await drawn(picker);
      await placed(picker);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const panel = find(picker, '[part="panel"]')!.getBoundingClientRect();
      expect(panel.left).to.be.at.least(0);
      expect(panel.right).to.be.at.most(320);
    });

    it('shows where a place lies in large text on a small screen', async function () {
      if (!(await setViewport({ width: 320, height: 640 }))) this.skip();
      const picker = await picked(
        html`<nafida-region-picker style="font-size: 32px"></nafida-region-picker>`,
      );
      await type('berkane');
      await drawn(picker);
      await placed(picker);
      for (const row of rowsOf(picker)) {
        const where = row.querySelector('.row-where')!;
        expect(where.scrollWidth).to.be.at.most(where.clientWidth + 1);
        expect(row.scrollHeight).to.be.at.most(row.clientHeight + 1);
      }
    });

    it('stays legible on a page that styles everything', async () => {
      const box = await fixture(
        html`<div
          style="text-transform: uppercase; letter-spacing: 4px; line-height: 3; font-style: italic; text-align: right; white-space: nowrap"
        >
          <nafida-region-picker hint="Sous le champ"></nafida-region-picker>
        </div>`,
      );
      const rules = document.createElement('style');
      rules.textContent = '* { font-size: 9px !important; display: inline !important }';
      box.append(rules);
      const picker = box.querySelector('nafida-region-picker')!;
      inputOf(picker).focus();
      await pressed(picker, 'ArrowDown');
      for (const selector of ['.label', '.hint', '#input', '.row-name', '.row-detail']) {
        const style = getComputedStyle(find(picker, selector)!);
        expect(Number.parseFloat(style.fontSize), selector).to.be.at.least(14);
        expect(style.letterSpacing, selector).to.be.oneOf(['normal', '0px']);
        expect(style.textTransform, selector).to.equal('none');
      }
      expect(Number.parseFloat(getComputedStyle(inputOf(picker)).fontSize)).to.be.at.least(16);
      expect(find(picker, '.control')!.getBoundingClientRect().height).to.be.at.least(44);
    });
  });
});
