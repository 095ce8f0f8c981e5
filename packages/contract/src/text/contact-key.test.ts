import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailKey, phoneKey } from '../index.js';

test('one mailbox has one key, however its address is varied', () => {
  const same = ['Fatima.Zahra+1@Gmail.com', 'fatimazahra@gmail.com', 'f.atimazahra@googlemail.com'];
  assert.equal(new Set(same.map(emailKey)).size, 1);
  assert.equal(emailKey('ALI+seat2@Berkane.ma'), emailKey('ali@berkane.ma'));
  assert.notEqual(emailKey('a.li@berkane.ma'), emailKey('ali@berkane.ma'));
  assert.notEqual(emailKey('ali@berkane.ma'), emailKey('ali@oujda.ma'));
});

test('one telephone number has one key, with and without its country', () => {
  const same = ['0612345678', '+212 6 12-34-56-78', '00212612345678', '212612345678', '٠٦١٢٣٤٥٦٧٨'];
  assert.equal(new Set(same.map(phoneKey)).size, 1);
  assert.notEqual(phoneKey('+33612345678'), phoneKey('0612345678'));
});
