import { sampleSite } from '@nafida/client/testing';
import type { Locale, Privacy } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privacyLines } from './privacy-lines.js';
import { privacyMessages as ar } from './privacy-messages.ar.js';
import { privacyMessages as fr } from './privacy-messages.fr.js';

const notice = (changes: Partial<Privacy>, locale: Locale = 'fr') =>
  privacyLines(
    { ...sampleSite().privacy!, ...changes },
    locale === 'ar' ? ar : fr,
    locale,
    (day) => day,
  ).map(({ term, content, contacts = [] }) =>
    [
      [term, ...content.map((part) => (typeof part === 'string' ? part : part.text))].join(' '),
      ...contacts.map(({ text }) => text),
    ].join('\n'),
  );

describe('the privacy notice', () => {
  it('says in four lines who, why, to whom, how long, what rights and under which number', () => {
    assert.deepEqual(
      notice({
        contact: {
          email: 'donnees@berkane.example',
          phone: '05 36 00 00 00',
          address: { fr: 'Siège de la province, Berkane' },
        },
        cndp: { kind: 'declaration', number: 'D-12/2026', date: '2026-03-02' },
      }),
      [
        'Responsable et finalité Province de Berkane. Recueillir les propositions des citoyens.',
        'Destinataires et durée Les services de la province. Conservation\u00a0: 24 mois.',
        'Vos droits Vous pouvez accéder à vos données, les rectifier ou vous opposer à leur ' +
          'traitement\u00a0:\ndonnees@berkane.example\n05 36 00 00 00\nSiège de la province, Berkane',
        'Loi 09-08 Déclaration CNDP n°\u00a0D-12/2026 du 2026-03-02.',
      ],
    );
  });
  it('says when data leaves the country', () => {
    assert.equal(
      notice({ transfer: { fr: 'Hébergement en France' } }).at(-1),
      'Transfert à l’étranger Hébergement en France.',
    );
  });
  it('promises no number that there is not', () => {
    for (const kind of ['pending', 'declaration', 'authorisation', 'unknown'] as const) {
      const [, , , law] = notice({ cndp: { kind, number: null, date: null } });
      assert.equal(law, 'Loi 09-08 Dossier en cours de dépôt auprès de la CNDP.');
    }
  });
  it('keeps the language that the authority wrote in', () => {
    const privacy = { ...sampleSite().privacy!, purpose: { fr: 'Recueillir' } };
    const [first] = privacyLines(privacy, ar, 'ar', String);
    assert.deepEqual(first!.content, [
      { text: 'عمالة إقليم بركان.', language: 'ar' },
      { text: 'Recueillir.', language: 'fr' },
    ]);
  });
});
