import { startServer } from '@nafida/server';
import { pino } from 'pino';
import { prepareDemonstration } from '../../../examples/plain-html/demonstration.mjs';
import { temporaryFolder } from '../../harness/temporary-folder.mjs';

/**
 * A participation server that serves an app on its own origin, with the data of the demonstration.
 *
 * @param {string} folder with the app's pages
 */
export async function startDemonstration(folder) {
  const server = await startServer({
    data: await temporaryFolder('data'),
    port: 0,
    publicDirectories: [folder],
    log: pino({ level: 'silent' }),
  });
  await prepareDemonstration(server, []);
  return server;
}
