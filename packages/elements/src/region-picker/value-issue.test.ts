import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { childrenOf, loadCommunes, placeOf } from '@nafida/territory';
import { chosenText } from './chosen-text.js';
import { messages as ar } from './messages.ar.js';
import { messages as fr } from './messages.fr.js';
import { levelsBetween } from './scope.js';
import type { CheckedValue } from './value-issue.js';
import { valueIssue } from './value-issue.js';

before(loadCommunes);

const scope = { levels: levelsBetween('region', 'commune'), within: undefined };
const fine: CheckedValue = {
  typed: '',
  value: '02.113',
  codeIssue: undefined,
  isRequired: true,
  scope,
  locale: 'fr',
  messages: fr,
};

test('a choice is fine, and so is none where none is asked for', () => {
  assert.equal(valueIssue(fine), undefined);
  assert.equal(valueIssue({ ...fine, value: '', isRequired: false }), undefined);
});

test('each issue has its flag and says what to do', () => {
  assert.deepEqual(valueIssue({ ...fine, value: '' }), {
    flags: { valueMissing: true },
    message: 'Choisissez une commune, une province ou une région.',
  });
  const province = { levels: ['province' as const], within: undefined };
  assert.equal(
    valueIssue({ ...fine, value: '', scope: province })?.message,
    'Choisissez une province ou une préfecture.',
  );
  const typed = valueIssue({ ...fine, typed: 'Berkan' });
  assert.deepEqual(typed?.flags, { badInput: true });
  assert.match(typed.message, /«\u00a0Berkan\u00a0»/);
  for (const codeIssue of ['unknown', 'level'] as const) {
    assert.deepEqual(valueIssue({ ...fine, codeIssue })?.flags, { badInput: true });
  }
  const within = { ...scope, within: placeOf('02.113') };
  assert.match(valueIssue({ ...fine, scope: within, codeIssue: 'outside' })!.message, /Berkane/);
});

test('before the texts have arrived nothing passes for valid', () => {
  assert.notEqual(valueIssue({ ...fine, value: '', messages: undefined })?.message, '');
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
