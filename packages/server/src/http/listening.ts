import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How many connections the system keeps until they are accepted, if it allows so many. With Node's 511 it drops those
 * of a crowd that comes at one instant, and a dropped one, also a health check, comes again after one second, three,
 * and seven.
 */
const backlog = 4_096;

/** Answers the URL to reach the server by. Rejects with a sentence when the port is taken. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((settle, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} of ${host} is taken: choose another one.`) : error);
    });
    server.listen({ port, host, backlog }, () => settle());
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}
