import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { childrenOf, loadCommunes, placeOf } from '@nafida/territory';
import { chosenText } from './chosen-text.js';
import { messages as ar } from './messages.ar.js';
import { messages as fr } from './messages.fr.js';
import { levelsBetween } from './scope.js';
import { PickerValue } from './picker-value.js';
import type { PickerAttributes, PickerTexts } from './picker-value.js';

before(loadCommunes);

const scope = { levels: levelsBetween('region', 'commune'), within: undefined };

/** What is wrong with a field in which Berkane is chosen, or what is `given` instead. */
function issueOf(
  { typed = '', ...given }: Partial<PickerAttributes> & { readonly typed?: string } = {},
  texts: PickerTexts = { locale: 'fr', messages: fr },
) {
  const fine = {
    level: 'commune',
    minLevel: 'region',
    within: '',
    value: '02.113',
    required: true,
  };
  return new PickerValue({ ...fine, ...given }, texts).findIssue(typed);
}

test('a choice is fine, and so is none where none is asked for', () => {
  assert.equal(issueOf(), undefined);
  assert.equal(issueOf({ value: '', required: false }), undefined);
});

test('each issue has its flag and says what to do', () => {
  assert.deepEqual(issueOf({ value: '' }), {
    flags: { valueMissing: true },
    message: 'Choisissez une commune, une province ou une région.',
  });
  const province = { level: 'province', minLevel: 'province' };
  assert.equal(
    issueOf({ ...province, value: '' })?.message,
    'Choisissez une province ou une préfecture.',
  );
  const typed = issueOf({ typed: 'Berkan' });
  assert.deepEqual(typed?.flags, { badInput: true });
  assert.match(typed.message, /«\u00a0Berkan\u00a0»/);
  const unknown = issueOf({ value: '99' });
  assert.deepEqual(unknown, { flags: { badInput: true }, message: fr.unknownCode });
  const wrongLevel = issueOf({ ...province, value: '02' });
  assert.deepEqual(wrongLevel, { flags: { badInput: true }, message: fr.wrongLevel(['province']) });
  assert.match(issueOf({ within: '02.113', value: '01' })!.message, /Berkane/);
});

test('before the texts have arrived nothing passes for valid', () => {
  assert.notEqual(issueOf({ value: '' }, { locale: 'fr', messages: undefined })?.message, '');
});

test('a choice is shown so that it cannot be mistaken for its homonym', () => {
  const inFrench = (code: string, levels = scope.levels, within?: string) =>
    chosenText(placeOf(code)!, { levels, within: within ? placeOf(within) : undefined }, 'fr', fr);
  const inArabic = (code: string) => chosenText(placeOf(code)!, scope, 'ar', ar);
  const commune = childrenOf('02.113').find((place) => place.names.fr === 'Berkane')!.code;
  assert.equal(inFrench('02.113'), 'Berkane (province)');
  assert.equal(inFrench(commune), 'Berkane (commune)');
  assert.equal(inFrench('02.113.01.01'), 'Ahfir (commune, Berkane)');
  assert.equal(inFrench('02.113.01.01', scope.levels, '02.113'), 'Ahfir (commune)');
  assert.equal(inFrench('02.113.01.01', ['commune']), 'Ahfir (Berkane)');
  assert.equal(inFrench('02.113', ['province']), 'Berkane');
  assert.equal(inArabic('02.113'), 'إقليم بركان');
  assert.equal(inArabic('02'), 'جهة الشرق');
  assert.equal(inArabic('02.113.01.01'), 'جماعة أحفير، بركان');
});
