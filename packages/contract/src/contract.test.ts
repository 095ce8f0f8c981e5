import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { merged } from './changes.js';
import {
  graphemeCount,
  hasBalancedBidi,
  operations,
  problemCodes,
  problemOf,
  problems,
  proposalInputSchema,
  registrationInputSchema,
  sessionSchema,
  siteIdSchema,
  textIn,
  validate,
} from './index.js';
import type { Locale } from './text/locale.js';

const hash = 'a'.repeat(64);
const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: hash },
};
const issuesOf = (schema: Parameters<typeof validate>[0], value: unknown) => {
  const result = validate(schema, value);
  return result.ok ? [] : result.issues;
};

describe('what a citizen sends', () => {
  it('is accepted, trimmed and normalised to NFC', () => {
    const result = validate(proposalInputSchema, {
      ...proposal,
      title: '  Cafe\u0301 numérique\tpour tous ',
    });
    assert.ok(result.ok);
    assert.equal(result.value.title, 'Café numérique pour tous');
  });
  it('names every unknown key', () => {
    assert.deepEqual(
      issuesOf(proposalInputSchema, { ...proposal, cin: 'A1', author: { age: 3 } }),
      [
        { path: 'author.age', code: 'unknown_field' },
        { path: 'cin', code: 'unknown_field' },
      ],
    );
  });
  it('tells missing from wrong', () => {
    const { title: _title, ...rest } = proposal;
    assert.deepEqual(issuesOf(proposalInputSchema, rest), [{ path: 'title', code: 'required' }]);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, title: 4 }), [
      { path: 'title', code: 'invalid_type' },
    ]);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, title: '   ' }), [
      { path: 'title', code: 'required' },
    ]);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, language: 'de' }), [
      { path: 'language', code: 'invalid_choice' },
    ]);
  });
  it('counts characters as people see them', () => {
    assert.equal(graphemeCount('مُحَمَّد'), 4);
    assert.equal(graphemeCount('👨‍👩‍👧'), 1);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, title: 'مُحَمَّدٌ' }), [
      { path: 'title', code: 'too_short', minimum: 8 },
    ]);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, title: '👨‍👩‍👧'.repeat(150) }), []);
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, title: 'a'.repeat(151) }), [
      { path: 'title', code: 'too_long', maximum: 150 },
    ]);
    assert.equal(
      issuesOf(proposalInputSchema, { ...proposal, title: 'e\u0301'.repeat(9_000) })[0]?.code,
      'too_long',
    );
  });
  it('refuses control characters and unbalanced bidi controls, keeps joiners and marks', () => {
    for (const bad of ['\u0000', '\u202E', '\u2066', '\u2069', '\uD800', '\u007F']) {
      const codes = issuesOf(proposalInputSchema, {
        ...proposal,
        body: `نص طويل بما يكفي ${bad} للاختبار`,
      });
      assert.deepEqual(codes, [{ path: 'body', code: 'invalid_text' }], JSON.stringify(bad));
    }
    for (const good of [
      '\u200C',
      '\u200D',
      '\u200E',
      '\u200F',
      '\u061C',
      '\u2067abc\u2069',
      '\n',
      '\t',
    ]) {
      assert.deepEqual(
        issuesOf(proposalInputSchema, { ...proposal, body: `نص طويل بما يكفي ${good} للاختبار` }),
        [],
      );
    }
    assert.ok(!hasBalancedBidi('\u202Aa\u2069'));
    assert.ok(!hasBalancedBidi('\u2066a\nb\u2069'));
  });
  it('asks for consent and for one way to reach the person', () => {
    assert.deepEqual(issuesOf(proposalInputSchema, { ...proposal, consent: { privacyHash: '' } }), [
      { path: 'consent.privacyHash', code: 'consent_required' },
    ]);
    assert.deepEqual(
      issuesOf(registrationInputSchema, {
        name: 'فاطمة',
        language: 'ar',
        consent: { privacyHash: hash },
      }),
      [{ path: 'email', code: 'contact_required' }],
    );
  });
});

describe('what a server answers', () => {
  it('drops unknown keys and reads unknown enum values as unknown', () => {
    const session = {
      id: 's1',
      parent: null,
      kind: 'picnic',
      title: { ar: 'لقاء' },
      description: null,
      typeOfMeeting: 'in_person',
      status: 'held',
      statusNote: null,
      startDate: '2022-10-17',
      endDate: '2022-10-17',
      startTime: null,
      endTime: null,
      timeZone: 'Africa/Casablanca',
      territory: { code: '05', vintage: 2024 },
      venue: null,
      room: null,
      onlineUrl: null,
      organisers: [],
      languages: ['ar'],
      accessibility: ['step_free', 'tunnel'],
      audiences: ['youth', 'martians'],
      agenda: [],
      series: null,
      registration: null,
      closingReport: null,
      linkedProposals: [],
      url: null,
      demonstration: false,
      sequence: 0,
      updatedAt: '2026-11-01T09:00:00.000Z',
      brandNew: true,
    };
    const result = validate(sessionSchema, session);
    assert.ok(result.ok);
    assert.equal(result.value.kind, 'unknown');
    assert.deepEqual(result.value.accessibility, ['step_free', 'unknown']);
    assert.deepEqual(result.value.audiences, ['youth', 'unknown']);
    assert.ok(!('brandNew' in result.value));
  });
});

describe('the tables', () => {
  it('give every problem a status, a URN and a title', () => {
    for (const code of problemCodes) {
      assert.deepEqual(problemOf(code), {
        type: `urn:nafida:problem:${code}`,
        title: problems[code].title,
        status: problems[code].status,
        code,
      });
    }
  });
  it('hold each method and path once, and a key wherever a create must be safe to repeat', () => {
    const rows = Object.values(operations);
    assert.equal(new Set(rows.map(({ method, path }) => `${method} ${path}`)).size, rows.length);
    for (const { proof, method, idempotencyKey, path } of rows) {
      if (proof && method === 'POST') assert.ok(idempotencyKey, path);
    }
  });
});

describe('editorial text', () => {
  it('falls back to a language that exists and says which', () => {
    assert.deepEqual(textIn({ fr: 'Berkane' }, 'zgh'), { text: 'Berkane', language: 'fr' });
    assert.deepEqual(textIn({ ar: 'بركان', fr: 'Berkane' }, 'zgh'), {
      text: 'بركان',
      language: 'ar',
    });
  });
  it('is shown in the order of Arabic to readers of a language that nobody speaks here', () => {
    for (const unknown of ['es', 'fr-MA', '', 'constructor']) {
      const locale = unknown as Locale;
      assert.deepEqual(textIn({ en: 'Berkane', fr: 'Berkane' }, locale), {
        text: 'Berkane',
        language: 'fr',
      });
      assert.deepEqual(textIn({}, locale), { text: '', language: 'ar' });
    }
  });
  it('keeps the languages that a change does not name, and loses those that it says are none', () => {
    const stored = { ar: 'بركان', fr: 'Berkane' };
    assert.deepEqual(merged(stored, { fr: 'Ville de Berkane' }), {
      ar: 'بركان',
      fr: 'Ville de Berkane',
    });
    assert.deepEqual(merged(stored, { fr: null, en: 'Berkane' }), { ar: 'بركان', en: 'Berkane' });
    assert.deepEqual(merged(null, { en: 'Berkane' }), { en: 'Berkane' });
    assert.equal(merged(stored, { ar: null, fr: null }), null);
  });
  it('keeps what a change of a place does not name, at every depth, and takes lists whole', () => {
    const point = { latitude: 34.9, longitude: -2.3 };
    const hall = { name: { ar: 'القاعة', fr: 'Salle' }, address: null, point };
    assert.deepEqual(merged(hall, { name: { fr: 'Grande salle' } }), {
      ...hall,
      name: { ar: 'القاعة', fr: 'Grande salle' },
    });
    assert.deepEqual(merged(hall, { name: { ar: null }, point: null }), {
      name: { fr: 'Salle' },
      address: null,
    });
    assert.deepEqual(merged({ list: [1, 2], other: 1 }, { list: [3], other: undefined }), {
      list: [3],
      other: 1,
    });
    assert.deepEqual(merged(null, { address: { fr: 'Rue' } }), { address: { fr: 'Rue' } });
  });
});

it('site names are safe in paths and attributes', () => {
  for (const bad of ['', 'a', 'A-b', '-a', 'a-', 'a/b', 'é', 'a'.repeat(64)])
    assert.equal(issuesOf(siteIdSchema, bad).length, 1, bad);
  for (const good of ['berkane', 'beni-mellal', 'r12'])
    assert.deepEqual(issuesOf(siteIdSchema, good), []);
});
