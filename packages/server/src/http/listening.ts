import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers the URL to reach the server by. Rejects with a sentence when the port is taken. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((settle, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} of ${host} is taken: choose another one.`) : error);
    });
    server.listen(port, host, () => settle());
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}
