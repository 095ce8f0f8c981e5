import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalizedText } from '@nafida/contract';
import type { ProposalNews, SessionMessageKind } from '../database/outbox-message.js';
import { writtenProposalMail } from './proposal-mail.js';
import { writtenSessionMail } from './session-mail.js';

const kinds: readonly SessionMessageKind[] = [
  'unconfirmed',
  'already_registered',
  'confirmed',
  'waitlisted',
  'promoted',
  'moved',
  'cancelled',
  'postponed',
  'rescheduled',
  'restored',
  'changed',
];
const news: readonly ProposalNews[] = [
  { kind: 'proposal_published' },
  { kind: 'proposal_refused', reason: 'off_topic', words: 'اتصلوا بـ 05 36 61 00 00' },
  { kind: 'proposal_question', question: 'أين؟ 05 36 61 00 00' },
  { kind: 'proposal_merged', into: '7KQ2-2026' },
  { kind: 'proposal_answered', status: 'accepted', answer: { ar: 'الرقم 05 36 61 00 00' } },
];
const codes = ['3WM-2026', '7KQ2-2026', '4H9K-22', '05 36 61 00 00', '9 Mai', '5e Forum'];
const site = { ar: 'إقليم بركان', fr: 'Province de Berkane' };

function written(language: 'ar' | 'fr' | 'en') {
  const sessions = kinds.map((kind) =>
    writtenSessionMail({
      kind,
      facts: {
        title: { fr: '5e Forum' },
        startDate: '2026-12-09',
        endDate: '2026-12-09',
        startTime: '15:00',
        venue: { fr: '9 Mai' },
        address: { fr: '9 Mai' },
        onlineUrl: 'https://example.ma/9',
        note: { ar: 'للاستفسار 05 36 61 00 00' },
      },
      language,
      site,
      name: '5e Forum',
      places: 3,
      position: kind === 'waitlisted' ? 4 : null,
      doorCode: '4H9K-22',
      confirmation:
        kind === 'unconfirmed'
          ? { page: 'https://example.ma/9', code: '4H9K-22', until: '15:00' }
          : null,
      manageCode: '4H9K-22',
    }),
  );
  const proposals = news.map((one) =>
    writtenProposalMail({
      news: one,
      language,
      site,
      reference: '3WM-2026',
      trackingCode: '4H9K-22',
    }),
  );
  return [...sessions, ...proposals];
}

test('in Arabic messages every code, number and foreign name in a sentence is isolated', () => {
  let seen = 0;
  for (const { subject, text } of written('ar')) {
    for (const line of [subject, ...text.split('\n')]) {
      for (const code of codes) {
        // A line of its own takes its direction from its first letter.
        if (line === code) continue;
        for (let at = line.indexOf(code); at >= 0; at = line.indexOf(code, at + 1)) {
          const before = line.slice(0, at);
          const open = before.split(/[\u2066\u2068]/).length - before.split('\u2069').length;
          assert.ok(open > 0, `${code} is bare: ${line}`);
          seen += 1;
        }
      }
    }
  }
  assert.ok(seen > 60, `only ${seen} seen`);
});

test('each line has a direction: no line consists of an isolate only', () => {
  for (const { text } of written('ar')) {
    assert.doesNotMatch(text, /^\u2068[^\n]*\u2069$/m);
  }
});

test('a subject gives the direction of each part of a title in two scripts', () => {
  const subjectOf = (language: 'ar' | 'fr', title: LocalizedText) =>
    writtenSessionMail({
      kind: 'cancelled',
      facts: {
        title,
        startDate: '2026-12-09',
        endDate: '2026-12-09',
        startTime: null,
        venue: null,
        address: null,
        onlineUrl: null,
        note: null,
      },
      language,
      site,
      name: null,
      places: 1,
      position: null,
      doorCode: 'X',
      confirmation: null,
      manageCode: null,
    }).subject;
  assert.match(
    subjectOf('ar', { ar: 'متابعة 3WM-2026 ببركان' }),
    /متابعة \u20663WM-2026\u2069 ببركان/,
  );
  assert.match(
    subjectOf('fr', { fr: 'Avec جمعية النور, 12 mai' }),
    /\u2068جمعية النور\u2069, 12 mai/,
  );
});

const dayOf = (language: 'ar' | 'fr' | 'en', startDate: string, endDate: string) =>
  writtenSessionMail({
    kind: 'confirmed',
    facts: {
      title: { fr: 'Forum' },
      startDate,
      endDate,
      startTime: startDate === endDate ? '09:00' : '15:05',
      venue: null,
      address: null,
      onlineUrl: null,
      note: null,
    },
    language,
    site,
    name: 'Salma',
    places: 1,
    position: null,
    doorCode: '4H9K-22',
    confirmation: null,
    manageCode: null,
  })
    .text.split('\n')
    .filter((line) => /^(?:Date|Heure|Time|التاريخ|الساعة)/.test(line))
    .map((line) => line.split(': ')[1]);

test('days and hours are written as people write them, without a comma in a date', () => {
  const one = (language: 'ar' | 'fr' | 'en') => dayOf(language, '2026-12-01', '2026-12-01');
  assert.deepEqual(one('ar'), ['الثلاثاء 1 دجنبر 2026', '09:00']);
  assert.deepEqual(one('fr'), ['mardi 1er décembre 2026', '9\u00a0h']);
  assert.deepEqual(one('en'), ['Tuesday 1 December 2026', '09:00']);
  const three = (language: 'ar' | 'fr' | 'en') => dayOf(language, '2026-12-01', '2026-12-03');
  assert.deepEqual(three('ar'), ['من 1 إلى 3 دجنبر 2026', '15:05']);
  assert.deepEqual(three('fr'), ['du 1er au 3 décembre 2026', '15\u00a0h\u00a005']);
  assert.deepEqual(three('en'), ['1 to 3 December 2026', '15:05']);
  const over = (endDate: string) => dayOf('fr', '2026-11-30', endDate)[0];
  assert.equal(over('2026-12-01'), 'du 30 novembre au 1er décembre 2026');
  assert.equal(over('2027-01-02'), 'du 30 novembre 2026 au 2 janvier 2027');
});

test('an address ends at its last letter, and French and English messages hold no marks round codes', () => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const texts = written(language).map(({ text }) => text);
    assert.ok(texts.some((text) => text.includes('https://example.ma/9\n')));
    if (language === 'ar') continue;
    for (const text of texts) assert.doesNotMatch(text, /\u2068(?:3WM|7KQ2|4H9K)/);
  }
});
