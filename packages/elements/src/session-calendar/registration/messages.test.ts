import { fieldIssueCodes } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from '../../testing/catalogue-texts.js';
import { messages as ar } from './messages.ar.js';
import { messages as en } from './messages.en.js';
import { messages as fr } from './messages.fr.js';
import { registrationFields } from './registration-content.js';

const choices = [
  ...['not_sent', 'maybe_sent', 'busy', 'not_open', 'closed', 'consent_outdated', 'gone'],
  'questions_changed',
  ...['too_slow', 'insecure_page', 'setup', 'server', 'pending', 'declaration', 'authorisation'],
];
const catalogues = { ar, fr, en };
const texts = Object.entries(catalogues).flatMap(([language, catalogue]) => {
  const issues = registrationFields.flatMap((field) =>
    fieldIssueCodes.map((code) => catalogue.issue(field, code)),
  );
  return [...textsOf(catalogue, choices), ...issues].map((text) => ({ language, text }));
});
const inLanguage = (language: string) =>
  texts.filter((entry) => entry.language === language).map(({ text }) => text);

describe('texts of registering', () => {
  it('are all there in every language', () => {
    assert.equal(inLanguage('ar').length, inLanguage('en').length);
    assert.equal(inLanguage('fr').length, inLanguage('en').length);
    for (const { text } of texts) assert.notEqual(text.trim(), '');
  });
  it('keep to French typography', () => {
    for (const text of inLanguage('fr')) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });
  it('use Arabic punctuation and Latin digits in Arabic', () => {
    for (const text of inLanguage('ar')) assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
  });
  it('address everyone alike', () => {
    for (const text of inLanguage('fr')) assert.doesNotMatch(text, /inscrit\b|inscrite\b/, text);
  });
});
