import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegistrationContent } from './registration-content.js';
import { emptyContent, issuesFrom, issuesOf, inputOf } from './registration-content.js';

const filled: RegistrationContent = {
  name: 'فاطمة الزهراء',
  email: '',
  phone: '0612345678',
  places: 1,
  answers: new Map(),
  needs: [],
  needsDetails: '',
  consent: true,
};
const input = (changes: Partial<RegistrationContent> = {}) =>
  inputOf(
    { ...filled, ...changes },
    {
      language: 'ar',
      privacyHash: '5e'.repeat(32),
      questions: [],
    },
  );

describe('what is sent', () => {
  it('leaves out what was left empty', () => {
    assert.deepEqual(input(), {
      name: 'فاطمة الزهراء',
      phone: '0612345678',
      language: 'ar',
      consent: { privacyHash: '5e'.repeat(32) },
    });
    assert.ok(!('phone' in input({ phone: '  ', email: 'a@b.ma' })));
  });
  it('reads figures from an Arabic or a Persian keyboard', () => {
    assert.equal(input({ phone: '٠٦١٢٣٤٥٦٧٨' }).phone, '0612345678');
    assert.equal(input({ phone: '+۲۱۲ ۶۱۲ ۳۴۵ ۶۷۸' }).phone, '+212 612 345 678');
  });
  it('clears address and number of what came along with them', () => {
    assert.equal(
      input({ phone: '\u202A+212 6\u201112/34.56.78\u202C' }).phone,
      '+212 6 12 34 56 78',
    );
    assert.equal(
      input({ phone: '', email: 'mailto:info\uFF20بلدية.المغرب\u200F' }).email,
      'info@بلدية.المغرب',
    );
    assert.ok(!('phone' in input({ phone: '\u200E', email: 'a@b.ma' })));
    assert.deepEqual(
      issuesOf(input({ email: 'info@بلدية.المغرب', phone: 'tel:+212-612-345678' }), []),
      [],
    );
  });
  it('names several places, needs and words about them only where there are any', () => {
    const { places, needs, needsDetails } = input({
      places: 3,
      needs: ['wheelchair_access'],
      needsDetails: ' باب عريض ',
    });
    assert.deepEqual([places, needs, needsDetails], [3, ['wheelchair_access'], 'باب عريض']);
    assert.ok(!('needsDetails' in input({ needsDetails: 'of a need taken back' })));
  });
  it('says nothing of a notice that was not accepted', () => {
    assert.equal(input({ consent: false }).consent.privacyHash, '');
  });
});

describe('issues', () => {
  const issues = (changes: Partial<RegistrationContent>) =>
    issuesOf(input(changes), []).map(({ field, code }) => `${field}: ${code}`);

  it('of an empty form are all told at once, in the order of the form', () => {
    assert.deepEqual(issues(emptyContent), [
      'name: required',
      'email: contact_required',
      'consent: consent_required',
    ]);
  });
  it('are none when one way to be reached is given', () => {
    assert.deepEqual(issues({}), []);
    assert.deepEqual(issues({ phone: '', email: 'fatima@exemple.ma' }), []);
  });
  it('stand by the field that is wrong', () => {
    assert.deepEqual(issues({ email: 'fatima', phone: '12' }), [
      'email: invalid_format',
      'phone: invalid_format',
    ]);
    assert.deepEqual(issues({ name: 'GAGNEZ 5000 DH' }), ['name: invalid_name']);
    assert.deepEqual(issues({ needs: ['other'], needsDetails: 'ا'.repeat(501) }), [
      'needsDetails: too_long',
    ]);
  });
  it('that the server found are told in the same way', () => {
    assert.deepEqual(
      issuesFrom(
        [
          { path: 'consent.privacyHash', code: 'consent_required' },
          { path: 'phone', code: 'invalid_format' },
          { path: 'elsewhere', code: 'unknown_field' },
        ],
        [],
      ),
      [
        { field: 'phone', code: 'invalid_format' },
        { field: 'consent', code: 'consent_required' },
      ],
    );
  });
});
