import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PickerSituation } from './combobox-keys.js';
import { commandFor } from './combobox-keys.js';

const closed: PickerSituation = {
  isOpen: false,
  isBrowsing: true,
  isEdited: false,
  isEmpty: true,
  hasActiveRow: false,
  canDescend: false,
  canAscend: false,
  direction: 'ltr',
};
const browsing = { ...closed, isOpen: true, hasActiveRow: true, canDescend: true, canAscend: true };
const typing = {
  ...browsing,
  isBrowsing: false,
  isEdited: true,
  isEmpty: false,
  canDescend: false,
  canAscend: false,
};

const command = (chord: string, situation: PickerSituation) => {
  const keys = chord.split('+');
  return commandFor(
    {
      key: keys.at(-1)!,
      altKey: keys.includes('Alt'),
      ctrlKey: keys.includes('Control'),
      metaKey: keys.includes('Meta'),
      shiftKey: keys.includes('Shift'),
    },
    situation,
  );
};

test('closed: the vertical arrows open, everything else is the browser’s', () => {
  assert.equal(command('ArrowDown', closed), 'open');
  assert.equal(command('Alt+ArrowDown', closed), 'open');
  assert.equal(command('ArrowUp', closed), 'open');
  for (const key of [
    'Enter',
    'Escape',
    'ArrowLeft',
    'ArrowRight',
    'Backspace',
    'Home',
    'a',
    'Tab',
  ]) {
    assert.equal(command(key, closed), undefined, key);
  }
});

test('Escape closes first, then takes back what was typed, then is the page’s', () => {
  assert.equal(command('Escape', typing), 'close');
  assert.equal(command('Escape', { ...typing, isOpen: false }), 'restore');
  assert.equal(command('Escape', closed), undefined);
});

test('open: arrows and pages move, Alt+Up closes, Enter takes the active row', () => {
  assert.equal(command('ArrowDown', typing), 'next');
  assert.equal(command('ArrowUp', typing), 'previous');
  assert.equal(command('PageDown', typing), 'next-page');
  assert.equal(command('PageUp', typing), 'previous-page');
  assert.equal(command('Alt+ArrowUp', typing), 'close');
  assert.equal(command('Enter', typing), 'activate');
  assert.equal(command('Enter', { ...typing, hasActiveRow: false }), undefined);
});

test('while typing, the horizontal arrows and Backspace stay in the text', () => {
  for (const key of ['ArrowLeft', 'ArrowRight', 'Backspace', 'Home', 'End']) {
    assert.equal(command(key, typing), undefined, key);
  }
});

test('while browsing, the arrow that points onwards goes in, in either direction of reading', () => {
  const rtl = { ...browsing, direction: 'rtl' as const };
  assert.equal(command('ArrowRight', browsing), 'descend');
  assert.equal(command('ArrowLeft', browsing), 'ascend');
  assert.equal(command('ArrowLeft', rtl), 'descend');
  assert.equal(command('ArrowRight', rtl), 'ascend');
  assert.equal(command('Backspace', browsing), 'ascend');
  assert.equal(command('ArrowRight', { ...browsing, canDescend: false }), undefined);
  assert.equal(command('ArrowLeft', { ...browsing, canAscend: false }), undefined);
  assert.equal(command('Backspace', { ...browsing, isEmpty: false }), undefined);
});

test('shortcuts of the browser and the system are left alone', () => {
  for (const chord of ['Control+ArrowDown', 'Meta+ArrowUp', 'Shift+ArrowLeft', 'Control+Enter']) {
    assert.equal(command(chord, browsing), undefined, chord);
  }
});
