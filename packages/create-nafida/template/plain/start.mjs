// `npm start`: the pages in site/, the script for them and a participation server, all at one address.
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDemoServer } from './demo-server.mjs';

const script = dirname(fileURLToPath(import.meta.resolve('@nafida/embed/nafida.js')));
const { url } = await startDemoServer({
  port: Number(process.env.PORT || 8080),
  publicDirectories: [script, 'site'],
});
for (const file of readdirSync('site')) {
  if (file.endsWith('.html')) console.log(`${url}/${file}`);
}
