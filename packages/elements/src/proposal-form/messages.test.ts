import { fieldIssueCodes } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from '../testing/catalogue-texts.js';
import { messages as formAr } from './form/messages.ar.js';
import { messages as formEn } from './form/messages.en.js';
import { messages as formFr } from './form/messages.fr.js';
import { proposalFields } from './submit/proposal-issues.js';
import { messages as sendingAr } from './sending/messages.ar.js';
import { messages as sendingEn } from './sending/messages.en.js';
import { messages as sendingFr } from './sending/messages.fr.js';

const reasons = ['offline', 'busy', 'server', 'setup'];
const sendingReasons = [
  ...(['maybe_sent', 'busy', 'consent_outdated', 'questions_changed'] as const),
  ...(['too_slow', 'insecure_page', 'setup', 'server'] as const),
];
const ar = { ...formAr, ...sendingAr };
const fr = { ...formFr, ...sendingFr };
const en = { ...formEn, ...sendingEn };
const catalogues = { ar, fr, en };

const texts = Object.entries(catalogues).flatMap(([language, catalogue]) => {
  // These take more than a figure, and are gone through by hand.
  const { issue, sendingError, failedBecause, privacyMessages, ...rest } = catalogue;
  const ofFields = proposalFields.flatMap((field) =>
    fieldIssueCodes.flatMap((code) =>
      [undefined, 1, 2, 8, 11, 150].map((limit) =>
        issue({ field, code, minimum: limit, maximum: limit }),
      ),
    ),
  );
  const ofSending = sendingReasons.flatMap((each) => [
    sendingError(each, null),
    sendingError(each, 30),
    sendingError(each, 3600),
  ]);
  const ofLoading = reasons.map((reason) => failedBecause(reason as 'offline'));
  const ofPrivacy = textsOf(privacyMessages, ['pending', 'declaration', 'authorisation']);
  return [...textsOf(rest), ...ofFields, ...ofSending, ...ofLoading, ...ofPrivacy].map((text) => ({
    language,
    text,
  }));
});
const inLanguage = (language: string) =>
  texts.filter((entry) => entry.language === language).map(({ text }) => text);

describe('texts of the proposal form', () => {
  it('are all there in every language, and none has a gap in it', () => {
    assert.equal(inLanguage('ar').length, inLanguage('en').length);
    assert.equal(inLanguage('fr').length, inLanguage('en').length);
    for (const { text } of texts) {
      assert.notEqual(text.trim(), '');
      assert.doesNotMatch(text, /undefined|null|NaN|#/, text);
    }
  });

  it('count characters in all six Arabic forms', () => {
    assert.deepEqual(
      [0, 1, 2, 5, 11, 100].map((count) => ar.remaining(count)),
      [
        'المتبقي: 0 حرف',
        'المتبقي: حرف واحد',
        'المتبقي: حرفان',
        'المتبقي: 5 أحرف',
        'المتبقي: 11 حرفا',
        'المتبقي: 100 حرف',
      ],
    );
    assert.deepEqual(
      [1, 2, 5].map((count) => ar.remaining(-count)),
      ['بحرف واحد', 'بحرفين', 'بـ5 أحرف'].map((over) => `النص أطول من المسموح به ${over}`),
    );
    assert.equal(
      ar.issue({ field: 'title', code: 'too_short', minimum: 8 }),
      'العنوان قصير جدا: المطلوب 8 أحرف على الأقل.',
    );
  });

  it('say how long to wait in all six Arabic forms', () => {
    assert.deepEqual(
      [0, 60, 120, 300, 660, 6000].map((seconds) =>
        ar.sendingError('busy', seconds).split('بعد ').at(-1),
      ),
      ['لحظات.', 'دقيقة واحدة.', 'دقيقتين.', '5 دقائق.', '11 دقيقة.', '100 دقيقة.'],
    );
  });

  it('keep to French typography', () => {
    for (const text of inLanguage('fr')) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });

  it('use Arabic punctuation and Latin digits in Arabic', () => {
    for (const text of inLanguage('ar')) assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
  });

  it('promise that nothing is lost wherever sending failed on the way', () => {
    const ofLine = ({ notSent, sendingError }: typeof ar) => [
      notSent,
      sendingError('maybe_sent', null),
      sendingError('server', null),
    ];
    for (const text of ofLine(ar)) assert.match(text, /محفوظ/);
    for (const text of ofLine(fr)) assert.match(text, /Rien de ce que vous avez écrit n’est perdu/);
    for (const text of ofLine(en)) assert.match(text, /Nothing you wrote is lost/);
  });

  it('name the limits that hold, so that text and rule cannot part', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      const tooLong = catalogue.issue({ field: 'name', code: 'too_long', maximum: 60 });
      assert.match(tooLong, /60/, language);
    }
  });
});
