import { CommandError } from '../command-error.js';
import type { Keyring } from '../keyring.js';

/** The keys of the server, for commands that make codes or sign. Throws a sentence if they are unknown. */
export function requireKeyring(keyring: Keyring | null): Keyring {
  if (keyring) return keyring;
  throw new CommandError(
    'Set NAFIDA_SECRET to what the server has: this command makes codes with it.',
  );
}
