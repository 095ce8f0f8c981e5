import { ReadableStream } from 'node:stream/web';
import { CommandError } from '../command-error.js';

/** The keys of a backup: the private half of one of these public keys (`age1…`), or the passphrase, opens it. */
export type BackupLock =
  { readonly recipients: readonly string[] } | { readonly passphrase: string };

/** The first line of every file in the format of age (https://age-encryption.org/v1). */
const firstLine = 'age-encryption.org/v1\n';

/** How many bytes of a file tell whether it is encrypted. */
export const telltaleBytes = firstLine.length;

/** Whether a file that begins so is encrypted. */
export function isEncrypted(beginning: Uint8Array): boolean {
  return Buffer.from(beginning).toString('latin1').startsWith(firstLine);
}

/** A guess at a passphrase takes 64 MB; as much is taken once for each backup. */
const passphraseWork = 16;

/**
 * A lock with a key that opens it during the trial: with public keys, it is an additional key that is never stored, so
 * that the written file can be read again to check it.
 */
export interface OpenableLock {
  readonly encrypt: (content: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>;
  readonly key: string;
}

/** Makes ready what encrypts. Throws a sentence when a key is none. */
export async function openableLock(lock: BackupLock): Promise<OpenableLock> {
  const { Encrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const encrypter = new Encrypter();
  let key: string;
  if ('passphrase' in lock) {
    key = lock.passphrase;
    encrypter.setPassphrase(key);
    encrypter.setScryptWorkFactor(passphraseWork);
  } else {
    key = await generateX25519Identity();
    for (const recipient of [...lock.recipients, await identityToRecipient(key)]) {
      encrypter.addRecipient(recipient);
    }
  }
  return { encrypt: (content) => encrypter.encrypt(streamed(content)), key };
}

/**
 * The content of an encrypted file.
 *
 * @param key the private key (`AGE-SECRET-KEY-1…`), or the passphrase
 * @throws CommandError if the key does not open it
 */
export async function decrypted(
  content: AsyncIterable<Uint8Array>,
  key: string,
): Promise<AsyncIterable<Uint8Array>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    if (/^AGE-SECRET-KEY-/i.test(key)) decrypter.addIdentity(key);
    else decrypter.addPassphrase(key);
    return await decrypter.decrypt(streamed(content));
  } catch (error) {
    throw new CommandError(`This key does not open the backup: ${(error as Error).message}.`);
  }
}

/** A key pair: the public half locks backups, the private half opens them. */
export async function newKeyPair(): Promise<{ publicKey: string; privateKey: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const privateKey = await generateX25519Identity();
  return { publicKey: await identityToRecipient(privateKey), privateKey };
}

const streamed = (content: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(content) as globalThis.ReadableStream<Uint8Array>;
