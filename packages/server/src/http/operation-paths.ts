import { typedReference, type Operation } from '@nafida/contract';
import type { ServerContext } from './environment.js';

// A parameter with an ending (`{session}.ics`) holds it: the framework knows no other way.
const parameter = /\{(\w+)\}(\.\w+)?/g;

/** A path of the contract as the framework writes it. */
export function routeOf(path: string): string {
  return path.replace(parameter, (_whole, name: string, ending?: string) =>
    ending ? `:${name}{[^/]+\\${ending}}` : `:${name}`,
  );
}

/** The operation and parameters of a path. */
export function parametersOf(context: ServerContext, { path }: Operation): Record<string, string> {
  const given: Record<string, string> = context.req.param();
  return Object.fromEntries(
    [...path.matchAll(parameter)].map(([, name = '', ending = '']) => [
      name,
      meant(name, (given[name] ?? '').slice(0, ending ? -ending.length : undefined)),
    ]),
  );
}

/** A reference however it was typed; other names as they are. */
function meant(name: string, value: string): string {
  return name === 'proposal' || name === 'submission' ? typedReference(value) : value;
}
