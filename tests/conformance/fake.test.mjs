import { createFakeServer } from '@nafida/client/testing';
import { describeConformance } from './conformance.mjs';

const hash = { oriental: 'a1'.repeat(32), 'fes-meknes': 'b2'.repeat(32) };

/** A fake serves one site; two of them behind one address make the server the suite asks for. */
async function makeFakes(world) {
  const fakes = Object.values(world).map(
    ({ id, origins, consultations, sessions, privacy, ...site }) =>
      createFakeServer({
        site: {
          id,
          ...site,
          privacy: { ...privacy, hash: hash[id] },
          sendsMail: false,
          apiVersion: '1.0.0',
        },
        origins,
        consultations: consultations.map((each) => ({ ...each, status: 'open' })),
        sessions,
      }),
  );
  const [first] = fakes;
  return {
    baseUrl: first.baseUrl,
    fetch(url, init) {
      const responsible =
        fakes.find(({ site }) =>
          [`/v1/sites/${site}`, `/attachments/${site}/`].some((path) => url.includes(path)),
        ) ?? first;
      return responsible.fetch(url, init);
    },
    staffTokens: Object.fromEntries(fakes.map(({ site, staffToken }) => [site, staffToken])),
    async close() {},
  };
}

describeConformance('the fake of @nafida/client/testing', makeFakes);
