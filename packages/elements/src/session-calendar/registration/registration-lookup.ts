import type { Session } from '@nafida/contract';
import type { CodeLookupOptions } from '../../submission/lookup/code-lookup.js';
import { CodeLookup } from '../../submission/lookup/code-lookup.js';
import { HeldRegistration } from './held-registration.js';

/** What opening a registration needs from its element. */
export interface RegistrationLookupOptions extends Omit<
  CodeLookupOptions<HeldRegistration>,
  'read'
> {
  readonly findSession: (id: string) => Promise<Session> | undefined;
}

/** Opens a registration with the code that was given for it, together with its session where that can be read. */
export function registrationLookup({
  findSession,
  ...options
}: RegistrationLookupOptions): CodeLookup<HeldRegistration> {
  return new CodeLookup({
    ...options,
    read: async (client, code, signal) => {
      const registration = await client.registrations.get(code, { fresh: true, signal });
      const found = Promise.resolve(findSession(registration.session));
      const session = await found.catch(() => undefined);
      const held = { code, isNew: false, session, registration };
      return new HeldRegistration(client, held, options.onChange);
    },
  });
}
