import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { originOf } from './origin.js';

describe('the origin of a website', () => {
  for (const [written, meant] of [
    ['https://www.berkane.ma', 'https://www.berkane.ma'],
    ['https://www.berkane.ma/', 'https://www.berkane.ma'],
    [' www.berkane.ma ', 'https://www.berkane.ma'],
    ['WWW.Berkane.MA/fr/participation.html?lang=fr#top', 'https://www.berkane.ma'],
    ['HTTPS://www.berkane.ma:443', 'https://www.berkane.ma'],
    ['http://www.berkane.ma:8080/', 'http://www.berkane.ma:8080'],
    ['www.berkane.ma:8443', 'https://www.berkane.ma:8443'],
    ['localhost:3000', 'http://localhost:3000'],
    ['http://localhost:3000/x', 'http://localhost:3000'],
    ['127.0.0.1:5500', 'http://127.0.0.1:5500'],
    ['http://intranet', 'http://intranet'],
    ['https://بركان.المغرب', 'https://xn--mgbb1a2eq.xn--mgbc0a9azcg'],
    ['null', 'null'],
  ] as const) {
    it(`of ${JSON.stringify(written)} is ${meant}`, () => {
      assert.equal(originOf(written), meant);
      assert.equal(originOf(meant), meant, 'what it gives means itself');
    });
  }

  for (const written of [
    '',
    'berkane',
    '*',
    'https://*.berkane.ma',
    'ftp://berkane.ma',
    'file:///srv/site',
    'mailto:web@berkane.ma',
    'https://somebody:secret@berkane.ma',
    'https://a.ma, https://b.ma',
    'https://',
    'C:\\site',
  ]) {
    it(`of ${JSON.stringify(written)} is none`, () => {
      assert.equal(originOf(written), undefined);
    });
  }
});
