import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import { readFile } from 'node:fs/promises';

/** The public name of the site on the participation server. */
export const site = 'berkane';

/**
 * Puts into a running server what the demonstration needs and does not have yet. The same commands are there on the
 * command line: see `nafida-server --help`.
 *
 * @param {import('@nafida/server').RunningServer} server
 * @param {string[]} origins origins of the website, whose pages may send
 */
export async function prepareDemonstration({ url, run }, origins) {
  const read = async (path) => (await fetch(`${url}/v1/sites/${site}${path}`)).json();

  if ((await run('site list', {})).includes(site)) await run('site set', { site, origins });
  else {
    await run('site create', {
      id: site,
      name: { ar: 'إقليم بركان', fr: 'Province de Berkane' },
      territory: { code: '02.113', vintage: 2024 },
      demonstration: true,
      origins,
    });
  }
  await run('site privacy', { site, privacy: await demo('privacy.json') });
  await run('consultation import', { site, consultations: [await demo('consultation.json')] });
  await run('sessions import', { site, sessions: await demo('sessions-of-2022.json') });
  await run('sessions import', { site, sessions: await demo('past-sessions.json') });
  await publishProposals(run);

  // Once all have passed, new ones: moving the old ones would move those who registered too.
  const { items: stored } = await read(`/sessions?from=${today()}`);
  if (stored.length > 0) return;
  const coming = await demo('coming-sessions.json');
  const idOf = (id) => {
    const { week, weekday } = coming.find((session) => session.id === id);
    return `${id}-${dayOf(week, weekday)}`;
  };
  const sessions = coming.map(({ id, parent, week, weekday, lastWeekday, ...session }) => ({
    ...session,
    id: idOf(id),
    ...(parent && { parent: idOf(parent) }),
    startDate: dayOf(week, weekday),
    endDate: dayOf(week, lastWeekday ?? weekday),
  }));
  await run('sessions import', { site, sessions });
}

/** Invented proposals, said to be so by their author's name; the authority has answered some of them. */
async function publishProposals(run) {
  const proposals = await demo('proposals.json');
  const imported = await run('proposals import', {
    site,
    proposals: proposals.map(({ answer: _answer, language, ...proposal }, at) => ({
      ...proposal,
      language,
      line: at + 1,
      collectedOn: '2026-10-05',
      consultation: 'transformation-numerique',
      authorName: language === 'ar' ? 'مثال للعرض' : 'Exemple de démonstration',
      authorNameVisible: true,
      authorEmail: '',
    })),
  });
  for (const [at, { reference, isNew }] of imported.entries()) {
    if (!isNew) continue;
    await run('proposals publish', { site, reference });
    const { answer } = proposals[at];
    if (answer) await run('proposals answer', { site, reference, ...answer });
  }
}

async function demo(name) {
  return JSON.parse(await readFile(new URL(`demo/${name}`, import.meta.url), 'utf8'));
}

/** Weekday 1 (Monday) to 7 of the week that begins `week` weeks after this one, as `YYYY-MM-DD`. */
function dayOf(week, weekday) {
  const day = new Date(today());
  const past = (day.getUTCDay() + 6) % 7;
  day.setUTCDate(day.getUTCDate() - past + week * 7 + weekday - 1);
  return day.toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` in Morocco. */
function today() {
  return civilDateIn(homeZone, new Date());
}
