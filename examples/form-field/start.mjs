// `npm start -w examples/form-field`: three pages with the same form, and the server that answers it.
//   PORT   default: 8090
import { buildAll } from '../../tests/harness/build.mjs';

buildAll();
// Imported late: before the build there may be nothing to import.
const { startExample } = await import('./example.mjs');

const { url, close } = await startExample({ port: Number(process.env.PORT || 8090) });
console.log(`
One form, three times:

  plain HTML   ${url}/plain.html
  React        ${url}/react.html
  Vue          ${url}/vue.html

What it sends comes back as JSON. Ctrl-C ends it.
`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await close();
    process.exit(0);
  });
}
