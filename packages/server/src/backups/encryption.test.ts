import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { decrypted, isEncrypted, newKeyPair, openableLock, type BackupLock } from './encryption.js';

const content = randomBytes(300_000);

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read = [];
  for await (const piece of content) read.push(piece);
  return Buffer.concat(read);
}

const locked = async (lock: BackupLock) => {
  const { encrypt, key } = await openableLock(lock);
  return { bytes: await all(await encrypt(pieces(content))), key };
};
const opened = async (bytes: Uint8Array, key: string) => all(await decrypted(pieces(bytes), key));

describe('an encrypted backup', () => {
  it('opens with the private key of each public key, and with the one that is thrown away', async () => {
    const [clerk, province] = [await newKeyPair(), await newKeyPair()];
    const { bytes, key } = await locked({ recipients: [clerk.publicKey, province.publicKey] });
    assert.ok(isEncrypted(bytes) && !isEncrypted(content));
    for (const each of [clerk.privateKey, province.privateKey, key]) {
      assert.ok(content.equals(await opened(bytes, each)));
    }
  });

  it('opens with its passphrase', async () => {
    const passphrase = 'olives, thyme and a very long road';
    const { bytes } = await locked({ passphrase });
    assert.ok(content.equals(await opened(bytes, passphrase)));
    await assert.rejects(opened(bytes, 'olives, thyme and a short road'), /does not open/);
  });

  it('does not open with another key, nor when its end is missing or a byte is another one', async () => {
    const [own, other] = [await newKeyPair(), await newKeyPair()];
    const { bytes } = await locked({ recipients: [own.publicKey] });
    await assert.rejects(opened(bytes, other.privateKey), /does not open/);
    await assert.rejects(opened(bytes.subarray(0, 200_000), own.privateKey));
    bytes[150_000]! ^= 1;
    await assert.rejects(opened(bytes, own.privateKey));
  });

  it('is not begun with a key that is none', async () => {
    const { publicKey } = await newKeyPair();
    const last = publicKey.endsWith('q') ? 'p' : 'q';
    await assert.rejects(openableLock({ recipients: [publicKey.slice(0, -1) + last] }));
  });
});
