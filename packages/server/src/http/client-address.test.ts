import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress, subscriberOf } from './client-address.js';
import type { ServerContext } from './environment.js';

const seen = (connection: string, forwarded: string | undefined, proxies: number) =>
  clientAddress(
    {
      env: { incoming: { socket: { remoteAddress: connection } } },
      req: { header: () => forwarded },
    } as unknown as ServerContext,
    proxies,
  );

describe('the address of a client', () => {
  it('is that of the connection unless a proxy is trusted', () => {
    assert.equal(seen('10.0.0.1', '1.2.3.4', 0), '10.0.0.1');
  });
  it('is what the outermost trusted proxy saw, whatever the client claims before it', () => {
    assert.equal(seen('10.0.0.1', '9.9.9.9, 1.2.3.4', 1), '1.2.3.4');
    assert.equal(seen('10.0.0.1', '9.9.9.9, 1.2.3.4, 10.0.0.2', 2), '1.2.3.4');
    assert.equal(seen('10.0.0.1', undefined, 1), '10.0.0.1');
    assert.equal(seen('10.0.0.1', '1.2.3.4', 2), '10.0.0.1');
  });
  it('represents one subscriber', () => {
    assert.equal(subscriberOf('::ffff:1.2.3.4'), '1.2.3.4');
    assert.equal(subscriberOf('1.2.3.4'), '1.2.3.4');
    const home = subscriberOf('2001:db8:1:2::1');
    assert.equal(subscriberOf('2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd'), home);
    assert.notEqual(subscriberOf('2001:db8:1:3::1'), home);
    assert.equal(subscriberOf('fe80::1%eth0'), subscriberOf('fe80::2'));
    assert.equal(subscriberOf('::1'), '0:0:0:0');
  });
});
