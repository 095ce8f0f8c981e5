import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What middleware leaves for the log line of a request. */
interface Variables {
  requestId: string;
  /** Operation or kind of resource; never the path, which may hold what a person typed. */
  route: string;
}

/** Hono's environment of this server. */
export interface ServerEnvironment {
  Bindings: HttpBindings;
  Variables: Variables;
}

/** One request. */
export type ServerContext = Context<ServerEnvironment>;
