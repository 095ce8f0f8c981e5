// `npm start`: builds what is missing, starts the participation server with its embedded database and the website of
// a province that uses it, and prints where to look. Ctrl-C ends both.
//
//   PORT          port of the website; default: 8080; the participation server takes the next one
//   NAFIDA_DATA   directory of the database; default: .nafida
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../tests/harness/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.PORT || 8080);
const data = process.env.NAFIDA_DATA || join(root, '.nafida');
if (!Number.isInteger(port) || port < 1 || port > 65534) fail(`PORT=${process.env.PORT}: no port.`);

try {
  buildAll({ withoutOne: true });
  await start();
} catch (error) {
  const isTaken = error.code === 'EADDRINUSE';
  fail(isTaken ? `Port ${error.port} is taken. Try PORT=9000 npm start` : error.message);
}

async function start() {
  // Imported late: before the build there may be nothing to import.
  const { pino } = await import('pino');
  const { startServer } = await import('@nafida/server');
  const { prepareDemonstration, site } = await import('./demonstration.mjs');
  const { startWebsite } = await import('./website.mjs');

  const website = `http://localhost:${port}`;
  const api = `http://localhost:${port + 1}`;
  const closeWebsite = await startWebsite(port, api);
  const server = await startServer({
    data,
    port: port + 1,
    publicDirectories: [
      fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js'))),
    ],
    log: pino({ level: 'warn' }),
  });
  await prepareDemonstration(server, [website, `http://127.0.0.1:${port}`]);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      closeWebsite();
      await server.close();
      process.exit(0);
    });
  }

  const inside = (path) => {
    const shorter = relative(process.cwd(), path);
    return shorter.startsWith('..') ? path : shorter;
  };
  const program = `node ${inside(join(root, 'packages/server/bin/nafida-server.mjs'))}`;
  console.log(`
The website of a province, with our tags pasted in:

  العربية     ${website}/ar/participation.html
  Français    ${website}/fr/participation.html

It talks to the participation server at ${api}. Ctrl-C ends both.

The page of a commune that has no server, its agenda in a file:

  العربية     ${website}/commune/index.html

To read, publish or refuse what was sent, in another terminal:

  ${program} proposals list ${site} --data ${inside(data)}
  ${program} proposals publish ${site} REFERENCE --data ${inside(data)}

The same from a program: npm start -w examples/node-client
`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
