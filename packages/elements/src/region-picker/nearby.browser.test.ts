import { expect, fixture, html } from '@open-wc/testing';
import { click, focusedElement, press } from '../testing/keyboard.js';
import type { RegionPickerElement } from './index.js';
import './define.js';
import { waitUntil } from '../testing/wait-until.js';

/** Code is loaded on demand, and the machine may be busy. */
type Answer = (found: PositionCallback, lost: PositionErrorCallback) => void;

/** Answers for the device, which would ask the person; tells how often it was asked. */
function deviceThat(answer: Answer): { asked: number } {
  const device = { asked: 0 };
  const getCurrentPosition: Geolocation['getCurrentPosition'] = (found, lost) => {
    device.asked += 1;
    answer(found, lost!);
  };
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: { getCurrentPosition },
  });
  return device;
}

const inBerkane: Answer = (found) =>
  found({ coords: { latitude: 34.92, longitude: -2.32 } } as GeolocationPosition);
const nowhere: Answer = (_found, lost) => lost({ code: 1 } as GeolocationPositionError);

const find = (picker: Element, selector: string) =>
  picker.shadowRoot!.querySelector<HTMLElement>(selector);

async function opened(attributes: { level?: string; within?: string } = {}) {
  const picker = await fixture<RegionPickerElement>(
    html`<nafida-region-picker
      lang="fr"
      level=${attributes.level ?? 'commune'}
      within=${attributes.within ?? ''}
    ></nafida-region-picker>`,
  );
  picker.focus();
  await press('ArrowDown');
  await waitUntil(() => find(picker, '[role="option"]'), 'the list is open');
  return picker;
}

const button = (picker: Element) => find(picker, '.nearby button');
const firstNames = (picker: Element) =>
  [...picker.shadowRoot!.querySelectorAll('[role="group"] .row-name')].map((name) =>
    name.textContent.trim(),
  );

describe('provinces near the person', () => {
  after(() => {
    // The device's own answer is the prototype's.
    delete (navigator as { geolocation?: Geolocation }).geolocation;
  });

  it('are looked for when the button is pressed, never before', async () => {
    const device = deviceThat(inBerkane);
    const picker = await opened();
    expect(device.asked).to.equal(0);
    expect(button(picker)!.textContent.trim()).to.equal('Provinces et préfectures près de moi');
    await click(button(picker)!);
    await waitUntil(() => firstNames(picker).length === 3, 'three provinces');
    expect(device.asked).to.equal(1);
    expect(firstNames(picker)[0]).to.equal('Berkane');
    expect(find(picker, '.group-name')!.textContent).to.equal('Près de vous');
    expect(button(picker)).to.equal(null);
  });

  it('are reached and chosen with keys alone', async () => {
    deviceThat(inBerkane);
    const picker = await opened({ level: 'province' });
    await press('Tab');
    expect(focusedElement()).to.equal(button(picker));
    await press('Enter');
    await waitUntil(() => focusedElement() === find(picker, '#input'), 'the field has the focus');
    await waitUntil(() => firstNames(picker).length === 3, 'three provinces');
    await press('Enter');
    await waitUntil(() => picker.value === '02.113', 'the province is chosen');
  });

  it('leave the list as it is, with a word about it, when the position is not to be had', async () => {
    deviceThat(nowhere);
    const picker = await opened();
    await click(button(picker)!);
    await waitUntil(
      () => find(picker, '#nearby-hint')!.textContent.includes('introuvable'),
      'words',
    );
    expect(button(picker)!.getAttribute('aria-disabled')).to.equal('false');
    expect(find(picker, '[role="option"]')).not.to.equal(null);
  });

  it('are not offered where only regions, or places of one territory, may be chosen', async () => {
    deviceThat(inBerkane);
    expect(button(await opened({ level: 'region' }))).to.equal(null);
    expect(button(await opened({ within: '02' }))).to.equal(null);
  });
});
