// `npm start`: the pages with Vite, and a participation server beside it. The build asks the server in VITE_API.
import { createServer } from 'vite';
import { startDemoServer } from './demo-server.mjs';
import { pages } from './vite.config.mjs';

const port = Number(process.env.PORT || 5173);
const { url } = await startDemoServer({ port: port + 1, origins: [`http://localhost:${port}`] });
process.env.VITE_API ??= url;
const server = await createServer({ server: { port, strictPort: true } });
await server.listen();
for (const page of pages) console.log(`http://localhost:${port}/${page}`);
