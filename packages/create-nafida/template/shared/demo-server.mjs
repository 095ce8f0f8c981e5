// A participation server to try the pages on, with an embedded database in .nafida. Replace it by the server of your
// commune, province or region before you publish.
import { sampleConsultation, sampleDesk, sampleSession, sampleSite } from '@nafida/client/testing';
import { startServer } from '@nafida/server';

/** The name of the site on the server. */
export const site = '{{site}}';

/**
 * Starts the server with a site, an open consultation and a session with seats.
 *
 * @param {{ port: number, origins?: string[], publicDirectories?: string[] }} options `origins`: websites whose pages may
 *   send to it
 */
export async function startDemoServer({ port, origins = [], publicDirectories = [] }) {
  const server = await startServer({ data: '.nafida', port, publicDirectories, log: false });
  const { name, territory, privacy } = sampleSite();
  const known = await server.run('site list', {});
  if (!known.includes(site)) {
    await server.run('site create', { id: site, name, territory, demonstration: true, origins });
    const { hash, ...notice } = privacy ?? {};
    await server.run('site privacy', { site, privacy: notice });
    const { status, ...consultation } = sampleConsultation();
    await server.run('consultation import', { site, consultations: [consultation] });
    const startDate = inDays(7);
    const session = sampleSession({ startDate, registration: sampleDesk(30) });
    await server.run('sessions import', { site, sessions: [session] });
  }
  return server;
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
