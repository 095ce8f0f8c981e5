// Writes what a server of a release has stored, and what it answers of that to everybody, for the test of upgrades:
//   node tests/upgrade/make-release-data.mjs CHECKOUT VERSION
// CHECKOUT is a built checkout of that release. Run it once for each release, and keep what it writes.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { answerOf } from './answer-of.mjs';

const [checkout, version] = process.argv.slice(2);
const from = (path) => import(pathToFileURL(join(resolve(checkout), path)).href);
const { makeProvince } = await from('tests/server/province.mjs');
const { propose, publish, register } = await from('tests/conformance/inputs.mjs');
const { png, upload } = await from('tests/conformance/files.mjs');

const province = await makeProvince('postgresql');
const server = await province.serve();
const api = await province.apiOf(server);
const receipts = [];
for (let count = 1; count <= 12; count += 1) {
  receipts.push(
    await propose(api, {
      title: `تغطية الدوار رقم ${count} بالأنترنت`,
      body: `نقترح تعميم الأنترنت. Proposition numéro ${count}, « avec des accents ».`,
      author: { name: `ليلى ${count}`, email: `leila${count}@example.org` },
    }),
  );
}
const token = await upload(api, png({ width: 60, height: 40 }), { consultation: 'general' });
const withPhoto = await propose(api, { title: 'مقترح مع صورة', attachments: [{ token }] });
for (const { reference } of [...receipts.slice(0, 6), withPhoto]) await publish(api, reference);
await province.command(
  ...['proposals', 'answer', 'berkane', receipts[0].reference, '--status', 'accepted'],
  ...['--text-fr', 'Les travaux commencent en mars.'],
);
const registrations = [];
for (let count = 1; count <= 3; count += 1) {
  registrations.push(
    await register(api, 'two-seats', {
      name: `فاطمة ${'أبت'[count - 1]}`,
      email: `f${count}@example.org`,
    }),
  );
}

const site = '/v1/sites/berkane';
const paths = [
  '',
  '/consultations',
  '/consultations/general',
  '/proposals',
  '/proposals?limit=3&sort=supported',
  '/proposals.csv',
  `/proposals/${receipts[0].reference}`,
  `/proposals/${withPhoto.reference}`,
  `/similar-proposals?consultation=general&title=${encodeURIComponent('تغطية الدوار بالأنترنت')}`,
  `/proposals?q=${encodeURIComponent('الدوار')}`,
  '/receipt-keys',
  '/sessions?from=2031-06-01&to=2031-06-30',
  '/sessions/hall',
  '/sessions/two-seats',
  '/sessions/two-seats.ics',
].map((path) => `${site}${path}`);
const { attachments } = await api.value('getProposal', {
  parameters: { proposal: withPhoto.reference },
});
paths.push(...attachments.map(({ path }) => path));
const answers = {};
for (const path of paths) {
  const { status, headers, body } = await answerOf(server.origin, path);
  answers[path] = { status, type: headers.get('Content-Type'), body };
}
await server.stop();

const folder = dirname(fileURLToPath(import.meta.url));
const programs = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';
const dump = execFileSync(
  join(programs, 'pg_dump'),
  ['--inserts', '--no-owner', '--no-privileges', province.storage.databaseUrl],
  { encoding: 'utf8', maxBuffer: 64_000_000 },
);
// Lines for psql alone.
const lines = dump.split('\n').filter((line) => !/^(?:\\|--)/.test(line));
await writeFile(join(folder, `release-${version}.sql`), lines.join('\n').replace(/\n{2,}/g, '\n'));
const codes = {
  tracking: receipts.map(({ trackingCode }) => trackingCode),
  manage: registrations.map(({ manageToken }) => manageToken),
  staff: province.staffToken,
};
await writeFile(
  join(folder, `release-${version}.json`),
  await format(JSON.stringify({ codes, answers }), { parser: 'json', printWidth: 100 }),
);
await province.close();
