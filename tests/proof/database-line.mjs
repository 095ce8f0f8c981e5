import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

const name = '.s.PGSQL.5432';

/**
 * A socket before PostgreSQL's own, whose line can be cut (who calls is refused at once) or silenced (who calls is
 * taken and hears nothing, as from a machine that has lost its power), and mended. Connections of before a silence
 * stay dead: only new ones get through.
 *
 * @param {string} databaseUrl of a PostgreSQL server that listens on a socket in a folder
 */
export async function lineTo(databaseUrl) {
  const host = new URL(databaseUrl).searchParams.get('host');
  const folder = await temporaryFolder('line');
  const open = new Set();
  let isSilent = false;
  let server;
  const connectThrough = (client) => {
    open.add(client);
    client.on('error', () => {});
    client.on('close', () => open.delete(client));
    if (isSilent) return;
    const upstream = connect(join(host, name));
    open.add(upstream);
    upstream.on('error', () => {});
    for (const socket of [client, upstream]) {
      socket.on('close', () => {
        open.delete(upstream);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  };
  const listen = () =>
    new Promise((resolve) => {
      server = createServer(connectThrough).listen(join(folder, name), resolve);
    });
  await listen();
  return {
    url: databaseUrl.replace(encodeURIComponent(host), encodeURIComponent(folder)),
    cut() {
      server.close();
      for (const socket of open) socket.destroy();
    },
    silence() {
      isSilent = true;
      for (const socket of open) {
        socket.unpipe();
        socket.pause();
      }
    },
    async mend() {
      isSilent = false;
      if (!server.listening) await listen();
    },
  };
}
