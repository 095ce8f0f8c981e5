import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { allPages, proposalFor, propose, publish } from './inputs.mjs';
import { places } from './world.mjs';

const device = () => randomBytes(24).toString('base64url');

/** What the public does with published proposals: supports them, finds near ones, takes them away as a table. */
export function describePublishedProposals(sites) {
  const published = async (changes) => {
    const { reference } = await propose(sites.main, changes);
    await publish(sites.main, reference);
    return reference;
  };
  const support = (proposal, token, request) =>
    sites.main.value('supportProposal', { parameters: { proposal }, token, ...request });
  const withdraw = (proposal, token) =>
    sites.main.value('withdrawSupport', { parameters: { proposal }, token });

  describe('support', () => {
    it('counts a device once, however often it is given, and until it is taken back', async () => {
      const reference = await published();
      const [one, other] = [device(), device()];
      const given = (supports, supported = true) => ({ reference, supports, supported });
      assert.deepEqual(await support(reference, one), given(1));
      assert.deepEqual(await support(reference, one), given(1));
      assert.deepEqual(await support(reference, other), given(2));
      const { supports } = await sites.main.value('getProposal', {
        parameters: { proposal: reference },
      });
      assert.equal(supports, 2);
      assert.deepEqual(await withdraw(reference, one), given(1, false));
      assert.deepEqual(await withdraw(reference, one), given(1, false));
      assert.deepEqual(await support(reference, one), given(2));
    });
    it('counts all devices that come at once', async () => {
      const reference = await published();
      const devices = Array.from({ length: 12 }, device);
      await Promise.all([...devices, ...devices].map((token) => support(reference, token)));
      const { supports } = await withdraw(reference, device());
      assert.equal(supports, 12);
    });
    it('needs its own proof; only a repetition needs none', async () => {
      const reference = await published();
      const proposal = { proposal: reference };
      const token = device();
      const refused = (code, request) =>
        sites.main.refused(code, 'supportProposal', { parameters: proposal, token, ...request });
      await refused('proof_required', { proof: null });
      await refused('proof_invalid', { proof: await sites.main.proof('createProposal') });
      const proof = await sites.main.proof('supportProposal');
      await support(reference, token, { proof });
      await support(reference, token, { proof });
      await support(reference, token, { proof: null });
      await refused('proof_used', { proof, token: device() });
    });
    it('is for published proposals, from a device that keeps a secret', async () => {
      const { reference: unread } = await propose(sites.main);
      const reference = await published();
      for (const id of ['supportProposal', 'withdrawSupport']) {
        for (const proposal of [unread, 'nothing', "'--"]) {
          await sites.main.refused('not_found', id, { parameters: { proposal }, token: device() });
        }
        for (const token of [null, 'short', `${device()}=`, 'x'.repeat(65)]) {
          await sites.main.refused('unauthorized', id, {
            parameters: { proposal: reference },
            token,
          });
        }
      }
    });
    it('orders the list that is asked for by it, and turns its pages rightly', async () => {
      const consultation = 'similar';
      const [none, two, one] = [
        await published({ consultation }),
        await published({ consultation }),
        await published({ consultation }),
      ];
      for (const reference of [two, one, two]) await support(reference, device());
      const items = await allPages(sites.main, 'listProposals', {
        query: { consultation, sort: 'supported' },
        limit: 1,
      });
      assert.deepEqual(
        items.map(({ reference, supports }) => [reference, supports]),
        [
          [two, 2],
          [one, 1],
          [none, 0],
        ],
      );
    });
  });

  describe('proposals near a title', () => {
    it('are about the same subject, nearest first, in any form of their words', async () => {
      const consultation = 'similar';
      const titles = {
        exact: 'Un bibliobus numérique pour les douars',
        near: 'Bibliobus numériques : desservir chaque douar isolé',
        other: 'Éclairage solaire de la route provinciale',
        arabic: 'حافلة مدرسية لتلاميذ الدواوير البعيدة',
      };
      const references = {};
      for (const [name, title] of Object.entries(titles)) {
        references[name] = await published({ consultation, title });
      }
      const near = async (title, query = { consultation }) => {
        const { items } = await sites.main.value('listSimilarProposals', {
          query: { title, ...query },
        });
        return items.map(({ reference }) => reference);
      };
      assert.deepEqual(await near('UN BIBLIOBUS NUMERIQUE POUR LES DOUARS'), [
        references.exact,
        references.near,
      ]);
      assert.deepEqual(await near('Bibliobus dans mon douar'), [references.exact, references.near]);
      assert.deepEqual(await near('الحافلات المدرسية للتلاميذ'), [references.arabic]);
      for (const nothing of ['', 'pour les', '; & | !', "l'eau potable au souk", 'ع']) {
        assert.deepEqual(await near(nothing), [], nothing);
      }
      assert.deepEqual(await near(titles.exact, { consultation: 'listed' }), []);
      await sites.main.refused('invalid_input', 'listSimilarProposals', { query: {} });
    });
    it('are five at most, and never one that nobody has read', async () => {
      const consultation = 'similar';
      const title = 'Piscine municipale couverte';
      await propose(sites.main, { consultation, title });
      for (let each = 0; each < 6; each++) await published({ consultation, title });
      const { items } = await sites.main.value('listSimilarProposals', { query: { title } });
      assert.equal(items.length, 5);
    });
  });

  describe('the table of published proposals', () => {
    it('opens in a spreadsheet: marked as UTF-8, one row each, nothing taken for a formula', async () => {
      const consultation = 'table';
      const first = await published({
        consultation,
        title: '=HYPERLINK("http://example.org";"x")',
        body: 'سطر أول، "بين مزدوجتين"\nسطر ثان',
        author: { name: '-nobody', nameVisible: true, email: 'kept@example.org' },
        territory: places.commune,
      });
      const second = await published({
        consultation,
        title: '-2+3 places, pas plus',
        language: 'fr',
      });
      await propose(sites.main, { consultation });
      const table = await sites.main.value('getProposalTable', { query: { consultation } });
      const [, mark, header, rows] = /^(.)([^\r]+)\r\n([^]*)$/u.exec(table);
      assert.equal(mark, '\uFEFF');
      assert.equal(
        header,
        'reference,published_at,consultation,axis,territory,territory_vintage,language,title,body,author,channel,collected_on,session,status,answer_ar,answer_fr,answered_at,supports,attachments',
      );
      const time = '[\\dT:.Z-]+';
      assert.match(
        rows,
        new RegExp(
          `^${second},${time},table,access,,,ar,"'-2\\+3 places, pas plus",[^,"]+,,web,,,not_answered,,,,0,\r\n` +
            `${first},${time},table,access,02.113.01.09,2024,ar,` +
            `"'=HYPERLINK\\(""http://example.org"";""x""\\)","سطر أول، ""بين مزدوجتين""\nسطر ثان",` +
            `'-nobody,web,,,not_answered,,,,0,\r\n$`,
        ),
      );
    });
    it('and the list name the session that a proposal comes from, and are asked for one', async () => {
      const session = { id: 'held-2022', title: { ar: 'جلسة held-2022', fr: 'Session held-2022' } };
      const reference = await published({ session: session.id });
      const parameters = { proposal: reference };
      const proposal = await sites.main.value('getProposal', { parameters });
      assert.deepEqual(proposal.session, { ...session, startDate: '2022-10-17' });
      const query = { session: session.id };
      const listed = await allPages(sites.main, 'listProposals', { query });
      assert.deepEqual(listed, [proposal]);
      const table = await sites.main.value('getProposalTable', { query });
      assert.match(table, /,web,,held-2022,not_answered,/);
      for (const unknown of ['nothing', "'--", 'two-seats-of-another-site']) {
        const none = await sites.main.value('listProposals', { query: { session: unknown } });
        assert.deepEqual(none.items, []);
        const body = proposalFor(sites.main, { session: unknown });
        const { errors } = await sites.main.refused('invalid_input', 'createProposal', { body });
        assert.deepEqual(errors, [{ path: 'session', code: 'invalid_choice' }]);
      }
    });
    it('holds what it is asked for', async () => {
      const rows = async (query) =>
        (await sites.main.value('getProposalTable', { query })).split('\r\n').length - 2;
      assert.equal(await rows({ consultation: 'table' }), 2);
      assert.equal(await rows({ consultation: 'table', territory: '02.113' }), 1);
      assert.equal(await rows({ consultation: 'table', q: 'places' }), 1);
      assert.equal(await rows({ consultation: 'table', status: 'accepted' }), 0);
      await sites.main.refused('invalid_input', 'getProposalTable', { query: { status: 'x' } });
    });
  });
}
