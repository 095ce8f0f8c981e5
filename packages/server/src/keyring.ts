import { inGroups, readTypedCode, encodeCode } from '@nafida/contract/typed-code.js';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** Kinds of codes that open what a person sent, with their length in characters of 5 bits. */
const codeLengths = { tracking: 12, manage: 16, confirm: 8, attachment: 26 } as const;

/** See {@link Keyring.codeFor}. */
export type CodeKind = keyof typeof codeLengths;

/**
 * Everything that is derived from the server's one secret, or sealed with it. Codes that people hold are computed again from it
 * when a create is repeated, so the database keeps only a keyed hash of each, to look it up by.
 */
export class Keyring {
  readonly #secret: string;
  readonly #keys = new Map<string, Buffer>();

  /** @param secret at least 32 characters, the same in every process that shares a database */
  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The code of one proposal, registration or file, in groups of four characters. */
  codeFor(kind: CodeKind, site: string, id: string): string {
    const bytes = this.#hmac(`${kind} code`, site, id);
    return inGroups(encodeCode(bytes, codeLengths[kind]));
  }

  /** The hash of `code` in the database, however it was typed; null if it cannot be a code of this kind. */
  lookupHash(kind: CodeKind, site: string, code: string): string | null {
    const read = readTypedCode(code, codeLengths[kind]);
    return read && this.#hmac(`${kind} look-up`, site, read).toString('base64url');
  }

  /** The hash of an e-mail address or a telephone number in the database, to recognise it again. */
  contactHash(site: string, key: string): string {
    return this.#hmac('contact', site, key).toString('base64url');
  }

  /** A keyed hash of what a request asked for: tells equal from different without keeping the content. */
  contentFingerprint(content: unknown): string {
    return this.#hmac('content', canonicalJson(content)).toString('base64url');
  }

  /** Signs the place in a list that a cursor represents. */
  cursorSignature(list: string, place: string): string {
    return this.#hmac('cursor', list, place).subarray(0, 12).toString('base64url');
  }

  /** Stands for a client's address on one UTC day; yesterday's hash of the same address differs. */
  addressHash(address: string, day: string): string {
    return this.#hmac('address', day, address).subarray(0, 12).toString('base64url');
  }

  /** Stands for a device that supports one proposal; its hashes for two proposals have nothing in common. */
  deviceHash(site: string, reference: string, secret: string): string {
    return this.#hmac('device', site, reference, secret).toString('base64url');
  }

  /** Secret that proof-of-work challenges are signed with. */
  proofSecret(purpose: 'challenge' | 'solution'): string {
    return this.#key(`proof ${purpose}`).toString('base64url');
  }

  /** Encrypts a private key for the database; `owner` says whose it is and must be the same when it is opened. */
  seal(key: Buffer, owner: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key('seal'), nonce);
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Decrypts the result of {@link seal}. Throws if it was sealed with another secret, or for another owner. */
  unseal(text: string, owner: string): Buffer {
    const bytes = Buffer.from(text, 'base64url');
    const cipher = createDecipheriv('aes-256-gcm', this.#key('seal'), bytes.subarray(0, 12));
    cipher.setAAD(Buffer.from(owner));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]);
  }

  /** Recognises this secret without revealing it. */
  fingerprint(): string {
    return this.#hmac('fingerprint').toString('base64url');
  }

  #hmac(purpose: string, ...parts: string[]): Buffer {
    // NUL ends each part: no two lists of parts give the same bytes.
    const hmac = createHmac('sha256', this.#key(purpose));
    for (const part of parts) hmac.update(`${part}\0`);
    return hmac.digest();
  }

  #key(purpose: string): Buffer {
    let key = this.#keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#secret, 'nafida', purpose, 32));
      this.#keys.set(purpose, key);
    }
    return key;
  }
}
