import { sampleConsultation } from '@nafida/client/testing';
import type { FieldIssue } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProposalContent } from '../content/proposal-content.js';
import { emptyContent } from '../content/proposal-content.js';
import { issuesFrom, proposalFields } from './proposal-issues.js';
import { issuesOf } from './proposal-check.js';
import { inputOf } from './proposal-input.js';

const { policy } = sampleConsultation();
const consultation = sampleConsultation();
const privacyHash = '5e'.repeat(32);
const complete: ProposalContent = {
  ...emptyContent,
  consultation: consultation.id,
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: true,
};
const input = (changes: Partial<ProposalContent> = {}, asked = consultation) =>
  inputOf(
    { ...complete, ...changes },
    { language: 'fr', privacyHash, consultation: asked, answers: {} },
  );
const issues = (changes: Partial<ProposalContent> = {}, asked = consultation) =>
  issuesOf(input(changes, asked), asked).map(({ field, code, minimum, maximum }) =>
    [field, code, minimum ?? maximum ?? []].flat().join(' '),
  );
const asking = sampleConsultation({ policy: { ...policy, territoryLevel: 'commune' } });

describe('what is sent', () => {
  it('leaves out what was left empty', () => {
    assert.deepEqual(input(), {
      consultation: 'digital-2030',
      axis: 'access-and-uses',
      title: complete.title,
      body: complete.body,
      language: 'ar',
      consent: { privacyHash },
    });
  });
  it('says who and where when that was given', () => {
    const { author, territory } = input(
      { name: ' فاطمة ', nameVisible: true, email: ' f@example.ma ', territory: '02.113.01.01' },
      asking,
    );
    assert.deepEqual(author, { name: 'فاطمة', nameVisible: true, email: 'f@example.ma' });
    assert.deepEqual(territory, { code: '02.113.01.01', vintage: 2024 });
    assert.deepEqual(input({ nameVisible: true, email: 'f@example.ma' }).author, {
      email: 'f@example.ma',
    });
    assert.deepEqual(input({ phone: ' +٢١٢ ٦١٢ ٣٤٥ ٦٧٨ ' }).author, { phone: '+212 612 345 678' });
  });
  it('names no place where none is asked, even when one was chosen before', () => {
    assert.equal('territory' in input({ territory: '02.113.01.01' }), false);
  });
  it('carries no consent that was not given', () => {
    assert.equal(input({ consent: false }).consent.privacyHash, '');
  });
  it('stays in the language it was typed in when the page changes its own', () => {
    assert.equal(input({ language: 'ar' }).language, 'ar');
    assert.equal(input({ language: '' }).language, 'fr');
  });
  it('is the same with white space around it, so that one key stands for it', () => {
    assert.deepEqual(input({ title: `  ${complete.title} `, body: `${complete.body}\n` }), input());
  });
});

describe('what keeps a proposal from being sent', () => {
  it('is nothing when all is there', () => {
    assert.deepEqual(issues(), []);
  });
  it('is named once a field, in the order of the form', () => {
    assert.deepEqual(
      issues(
        { axis: '', title: '', body: ' ', email: 'fatima@', phone: '06', consent: false },
        asking,
      ),
      [
        'axis required',
        'title required',
        'body required',
        'territory required',
        'email invalid_format',
        'phone invalid_format',
        'consent consent_required',
      ],
    );
  });
  it('counts characters as people see them', () => {
    assert.deepEqual(issues({ title: 'مُحَمَّدٌ' }), ['title too_short 8']);
    assert.deepEqual(issues({ title: '👨‍👩‍👧'.repeat(150) }), []);
    assert.deepEqual(issues({ title: 'a'.repeat(151), body: 'ن'.repeat(5001) }), [
      'title too_long 150',
      'body too_long 5000',
    ]);
  });
  it('follows the consultation where it is stricter, and names its limit', () => {
    const strict = sampleConsultation({
      policy: {
        territoryLevel: null,
        title: { min: 20, max: 40 },
        body: { min: 100, max: 300 },
        attachments: null,
      },
    });
    assert.deepEqual(issues({ title: 'abc', body: 'abc' }, strict), [
      'title too_short 20',
      'body too_short 100',
    ]);
    assert.deepEqual(issues({ title: 'a'.repeat(41), body: 'a'.repeat(301) }, strict), [
      'title too_long 40',
      'body too_long 300',
    ]);
  });
  it('never promises more than any server takes', () => {
    const lavish = sampleConsultation({
      policy: {
        territoryLevel: null,
        title: { min: 1, max: 900 },
        body: { min: 1, max: 90_000 },
        attachments: null,
      },
    });
    assert.deepEqual(issues({ title: 'a'.repeat(200) }, lavish), ['title too_long 150']);
  });
  it('is text that cannot be stored', () => {
    assert.deepEqual(issues({ title: 'Internet\u0000 partout', name: 'Fa\u0000tima' }), [
      'title invalid_text',
      'name invalid_text',
    ]);
  });
});

describe('what a server found wrong', () => {
  const issue = (path: string): FieldIssue => ({ path, code: 'invalid_choice' });
  it('stands at the field of the form that it is about', () => {
    const issues = [
      'consent.privacyHash',
      'author.phone',
      'author.email',
      'territory.code',
      'axis',
    ].map(issue);
    assert.deepEqual(
      issuesFrom(issues).map(({ field }) => field),
      ['axis', 'territory', 'email', 'phone', 'consent'],
    );
  });
  it('is about no field when it names none of ours', () => {
    assert.deepEqual(issuesFrom(['', 'language', 'constructor', 'author.age'].map(issue)), []);
  });
  it('is about every field of the form at most once', () => {
    const issues = [...proposalFields, ...proposalFields].map(issue);
    assert.equal(issuesFrom(issues).length, proposalFields.length);
  });
});
