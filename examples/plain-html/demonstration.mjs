import { readFile } from 'node:fs/promises';
import { createClient } from '@nafida/client';
import { uploadAttachment } from '@nafida/client/attachments.js';
import { createDeviceSecret } from '@nafida/client/device-secret.js';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';

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
  const client = createClient({ baseUrl: url, site });
  const isNew = !(await run('site list', {})).includes(site);

  if (!isNew) await run('site set', { site, origins });
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
  await publishProposals(run, client);
  if (isNew) {
    await run('sessions import', { site, sessions: (await demo('held-sessions.json')).map(dated) });
    await publishPhoto(run, client);
  }
  await announceSessions(run, client);
  await announceNextSession(run, client);
}

/** Sessions of the coming weeks. Once all have passed, new ones: moving the old ones would move those who registered too. */
async function announceSessions(run, client) {
  const stored = await client.sessions.list({ from: inDays(7), limit: 1 }).page();
  if (stored.items.length > 0) return;
  const coming = await demo('coming-sessions.json');
  const idOf = (id) => {
    const { week, weekday } = coming.find((session) => session.id === id);
    return `${id}-${dayOf(week, weekday)}`;
  };
  const sessions = coming.map(({ id, parent, ...session }) => ({
    ...dated(session),
    id: idOf(id),
    ...(parent && { parent: idOf(parent) }),
  }));
  await run('sessions import', { site, sessions });
}

/** Whatever the day on which somebody looks: a session takes place within a week. */
async function announceNextSession(run, client) {
  const soon = await client.sessions.list({ from: inDays(1), to: inDays(6), limit: 1 }).page();
  if (soon.items.length > 0) return;
  const { id, ...session } = await demo('next-session.json');
  const day = inDays(2);
  const sessions = [{ ...session, id: `${id}-${day}`, startDate: day, endDate: day }];
  await run('sessions import', { site, sessions });
}

/** A proposal sent on the site, with a drawing in place of a photo. */
async function publishPhoto(run, client) {
  const { privacy } = await client.site.get();
  const consultation = 'transformation-numerique';
  const photo = await readFile(new URL('demo/chemin-de-l-ecole.jpg', import.meta.url));
  const token = await uploadAttachment(client, new Blob([photo]), { consultation });
  const { reference } = await client.proposals.create({
    ...(await demo('proposal-with-photo.json')),
    consultation,
    attachments: [{ token, description: 'Le chemin de l’école, dessin' }],
    consent: { privacyHash: privacy.hash },
  });
  await run('proposals publish', { site, reference });
  await support(client, reference, 1);
}

/** As many devices as `count` support a proposal: few, for each works about a second for it, as a person’s device does. */
async function support({ proposals }, reference, count) {
  for (let device = 0; device < count; device += 1) {
    await proposals.support(reference, createDeviceSecret());
  }
}

/** Invented proposals, said to be so by their author's name; the authority has answered some of them. */
async function publishProposals(run, client) {
  const proposals = await demo('proposals.json');
  const rows = proposals.map((proposal) => ({
    key: proposal.key,
    channel: proposal.channel,
    collected_on: '2026-10-05',
    consultation: 'transformation-numerique',
    axis: proposal.axis,
    place: proposal.place,
    session: proposal.session ?? '',
    language: proposal.language,
    title: proposal.title,
    body: proposal.body,
    author_name: proposal.language === 'ar' ? 'مثال للعرض' : 'Exemple de démonstration',
    author_name_visible: 'yes',
  }));
  const imported = await run('proposals import', { site, table: csv(rows) });
  for (const [at, { reference, isNew }] of imported.entries()) {
    if (!isNew) continue;
    await run('proposals publish', { site, reference });
    const { answer, supports } = proposals[at];
    if (answer) await run('proposals answer', { site, reference, ...answer });
    await support(client, reference, supports);
  }
}

/** A table as a spreadsheet saves it. */
function csv(rows) {
  const line = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [Object.keys(rows[0]), ...rows.map(Object.values)].map(line).join('\r\n');
}

async function demo(name) {
  return JSON.parse(await readFile(new URL(`demo/${name}`, import.meta.url), 'utf8'));
}

/** With dates in place of weeks from now and weekdays. */
function dated({ week, weekday, lastWeekday = weekday, ...session }) {
  return { ...session, startDate: dayOf(week, weekday), endDate: dayOf(week, lastWeekday) };
}

/** Weekday 1 (Monday) to 7 of the week that begins `week` weeks after this one, as `YYYY-MM-DD`. */
function dayOf(week, weekday) {
  const day = new Date(today());
  const past = (day.getUTCDay() + 6) % 7;
  day.setUTCDate(day.getUTCDate() - past + week * 7 + weekday - 1);
  return day.toISOString().slice(0, 10);
}

function inDays(days) {
  const day = new Date(today());
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` in Morocco. */
function today() {
  return civilDateIn(homeZone, new Date());
}
