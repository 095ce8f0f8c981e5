import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { announced, part, pdf, png, upload } from './files.mjs';
import { proposalFor, propose, publish } from './inputs.mjs';

/** Photos and documents with a proposal: sending them, taking them along, and who may download them. */
export function describeAttachments(sites) {
  const announce = (bytes, changes) =>
    sites.main.value('createAttachment', { body: announced(bytes, changes) });
  const send = (token, bytes, ...rest) =>
    sites.main.value('appendAttachment', part(token, bytes, ...rest));
  const uploadInParts = async (bytes) => {
    const { token } = await announce(bytes);
    for (let at = 0; at < bytes.byteLength; at += 200_000) await send(token, bytes, at, 200_000);
    return token;
  };
  const proposeWith = (attachments) => propose(sites.main, { consultation: 'files', attachments });
  const download = (path, token) =>
    sites.main.send('GET', path, { headers: token ? { Authorization: `Bearer ${token}` } : {} });

  describe('a file', () => {
    it('is sent in parts, and is ready after the last', async () => {
      const bytes = png({ width: 400, height: 300 });
      const file = await announce(bytes);
      assert.deepEqual(
        { ...file, token: null },
        {
          token: null,
          state: 'receiving',
          mediaType: 'image/png',
          bytes: bytes.byteLength,
          received: 0,
        },
      );
      assert.ok(file.token.length >= 22, 'a token that cannot be guessed');
      const step = 200_000;
      let state;
      for (let at = 0; at < bytes.byteLength; at += step) {
        state = await send(file.token, bytes, at, step);
        if (state.state !== 'ready') assert.equal(state.received, at + step);
      }
      assert.equal(state.state, 'ready');
      assert.equal(state.received, state.bytes);
      const read = await sites.main.value('getAttachment', { token: file.token });
      assert.deepEqual(read, state);
    });
    it('is announced once, however often that is sent', async () => {
      const key = randomUUID();
      const body = announced(png({ seed: 2 }));
      const first = await sites.main.call('createAttachment', { body, key });
      const second = await sites.main.call('createAttachment', { body, key });
      assert.deepEqual(second.json, first.json);
      assert.equal(second.headers.get('Idempotency-Replayed'), 'true');
      const other = announced(png({ seed: 3 }));
      await sites.main.refused('idempotency_mismatch', 'createAttachment', { body: other, key });
    });
    it('is announced after a proof of work, which is asked for before anything is read', async () => {
      const body = announced(png({ seed: 27 }));
      await sites.main.refused('proof_required', 'createAttachment', { body, proof: null });
      const proof = await sites.main.proof('createProposal');
      await sites.main.refused('proof_invalid', 'createAttachment', { body, proof });
    });
    it('takes a part that comes again, whole or half, for the one it has', async () => {
      const bytes = png({ seed: 4 });
      const { token } = await announce(bytes);
      assert.equal((await send(token, bytes, 0, 1000)).received, 1000);
      assert.equal((await send(token, bytes, 0, 1000)).received, 1000);
      assert.equal((await send(token, bytes, 500, 1000)).received, 1500);
      assert.equal((await send(token, bytes, 1500)).state, 'ready');
      assert.equal((await send(token, bytes, 1500)).state, 'ready');
    });
    it('says where to continue if a part is missing', async () => {
      const bytes = png({ seed: 5 });
      const { token } = await announce(bytes);
      await send(token, bytes, 0, 100);
      const { errors } = await sites.main.refused(
        'attachment_offset',
        'appendAttachment',
        part(token, bytes, 200, 100),
      );
      assert.deepEqual(errors, [{ path: 'offset', code: 'too_large', maximum: 100 }]);
    });
    it('must contain what was announced, otherwise it starts again', async () => {
      const bytes = png({ seed: 6 });
      const { token } = await announce(bytes);
      const wrong = Buffer.from(bytes);
      wrong[100] ^= 1;
      await sites.main.refused('attachment_corrupted', 'appendAttachment', part(token, wrong));
      const { state, received } = await sites.main.value('getAttachment', { token });
      assert.deepEqual([state, received], ['receiving', 0]);
      assert.equal((await send(token, bytes)).state, 'ready');
    });
    it('must be what it says it is', async () => {
      const bytes = Buffer.from('<!doctype html><script>alert(1)</script>');
      const { token } = await announce(bytes);
      await sites.main.refused('attachment_type', 'appendAttachment', part(token, bytes));
      // Also when the answer was lost and the part comes again.
      await sites.main.refused('attachment_type', 'appendAttachment', part(token, bytes));
      assert.equal((await sites.main.value('getAttachment', { token })).state, 'refused');
      const picture = png({ seed: 7 });
      const asPdf = await announce(picture, { mediaType: 'application/pdf' });
      await sites.main.refused('attachment_type', 'appendAttachment', part(asPdf.token, picture));
    });
    it('must not be longer than announced, nor a part than allowed', async () => {
      const bytes = png({ seed: 8 });
      const { token } = await announce(bytes);
      const longer = Buffer.concat([bytes, Buffer.alloc(1)]);
      const { errors } = await sites.main.refused(
        'invalid_input',
        'appendAttachment',
        part(token, longer),
      );
      assert.deepEqual(errors, [{ path: 'offset', code: 'too_large', maximum: 0 }]);
      await sites.main.refused(
        'payload_too_large',
        'appendAttachment',
        part(token, Buffer.alloc(256 * 1024 + 1)),
      );
      await sites.main.refused('invalid_input', 'appendAttachment', part(token, Buffer.alloc(0)));
      await sites.main.refused('unsupported_media_type', 'appendAttachment', {
        ...part(token, bytes),
        headers: { 'Content-Type': 'text/plain' },
      });
      for (const offset of ['-1', 'x', '1.5', '99999999999']) {
        const request = { ...part(token, bytes), query: { offset } };
        await sites.main.refused('invalid_input', 'appendAttachment', request);
      }
    });
    it('is accepted only if the consultation allows it, and no larger', async () => {
      const bytes = png();
      const refused = async (code, changes) =>
        sites.main.refused(code, 'createAttachment', { body: announced(bytes, changes) });
      await refused('attachments_not_allowed', { consultation: 'general' });
      await refused('consultation_closed', { consultation: 'over' });
      const { errors } = await refused('invalid_input', { bytes: 2_000_001 });
      assert.deepEqual(errors, [{ path: 'bytes', code: 'too_large', maximum: 2_000_000 }]);
      await refused('invalid_input', { mediaType: 'image/gif' });
      await refused('invalid_input', { sha256: 'x' });
      await refused('invalid_input', { consultation: 'none' });
    });
    it('opens with its token alone', async () => {
      for (const token of ['x', 'é', '0'.repeat(26), null]) {
        await sites.main.refused('unauthorized', 'getAttachment', {
          token: token && encodeURIComponent(token),
        });
      }
      const { token } = await announce(png());
      await sites.neighbour.refused('unauthorized', 'getAttachment', { token });
    });
  });

  describe('a file that answers a question', () => {
    const asking = { consultation: 'file-questions', answers: { seen: true } };
    const photo = (seed) =>
      upload(sites.main, png({ seed }), { consultation: 'file-questions', question: 'photo' });
    const refusedBecause = async (changes) => {
      const body = proposalFor(sites.main, { ...asking, ...changes });
      const { errors } = await sites.main.refused('invalid_input', 'createProposal', { body });
      return errors.map(({ path, code }) => `${path} ${code}`);
    };

    it('is announced for its question, under its limits', async () => {
      const bytes = png({ seed: 20 });
      const refused = async (changes) => {
        const body = announced(bytes, { consultation: 'file-questions', ...changes });
        const { errors } = await sites.main.refused('invalid_input', 'createAttachment', { body });
        return errors.map(({ path, code }) => `${path} ${code}`);
      };
      assert.deepEqual(await refused({ question: 'photo', bytes: 1_000_001 }), ['bytes too_large']);
      assert.deepEqual(await refused({ question: 'seen' }), ['question invalid_choice']);
      assert.deepEqual(await refused({ question: 'sketch' }), ['question invalid_choice']);
      await sites.main.refused('attachments_not_allowed', 'createAttachment', {
        body: announced(bytes, { consultation: 'file-questions' }),
      });
    });
    it('is needed if it is required, and accepted only if it is asked for', async () => {
      const token = await photo(21);
      const attachments = [{ token, question: 'photo' }];
      assert.deepEqual(await refusedBecause({}), ['answers.photo required']);
      assert.deepEqual(await refusedBecause({ attachments: [...attachments, ...attachments] }), [
        'answers.photo too_large',
      ]);
      assert.deepEqual(await refusedBecause({ attachments, answers: { seen: false } }), [
        'attachments.0.question invalid_choice',
      ]);
      const inWords = { seen: true, photo: 'IMG_1.jpg' };
      assert.deepEqual(await refusedBecause({ attachments, answers: inWords }), [
        'answers.photo invalid_type',
      ]);
      const ofProposal = await upload(sites.main, png({ seed: 22 }));
      const wrong = [{ token: ofProposal, question: 'photo' }];
      assert.deepEqual(await refusedBecause({ attachments: wrong }), [
        'attachments.0.token invalid_choice',
      ]);
      const { attachments: shown } = await propose(sites.main, { ...asking, attachments });
      assert.deepEqual(shown, [], 'a receipt repeats no answers');
    });
    it('is for staff and for its author, never for the public', async () => {
      const attachments = [{ token: await photo(23), question: 'photo', description: 'Le pont' }];
      const { reference, trackingCode } = await propose(sites.main, { ...asking, attachments });
      const submission = { parameters: { submission: reference } };
      const seen = await sites.main.value('getSubmission', submission);
      const [file, ...others] = seen.answerFiles;
      assert.deepEqual(others, []);
      assert.deepEqual(
        [file.question, file.mediaType, file.description.text],
        ['photo', 'image/png', 'Le pont'],
      );
      assert.deepEqual([seen.attachments, seen.answers], [[], { seen: true }]);
      const own = await sites.main.value('getOwnData', { token: trackingCode });
      assert.deepEqual(own.answerFiles, [file]);
      assert.deepEqual(own.receipt.attachments, []);
      await publish(sites.main, reference);
      const shown = await sites.main.value('getProposal', { parameters: { proposal: reference } });
      assert.equal(JSON.stringify(shown).includes(file.id), false);
      assert.equal((await download(file.path)).status, 404);
      assert.equal((await download(file.path, 'x')).status, 401);
      for (const token of [trackingCode, sites.main.site.staffToken]) {
        const { status, headers } = await download(file.path, token);
        assert.equal(status, 200);
        assert.match(headers.get('Cache-Control'), /no-store/);
      }
      await sites.main.value('withdrawProposal', { token: trackingCode });
      assert.notEqual((await download(file.path, trackingCode)).status, 200);
      const { answerFiles } = await sites.main.value('getOwnData', { token: trackingCode });
      assert.deepEqual(answerFiles, []);
    });
  });

  describe('a proposal with files', () => {
    it('has on record that they came and that they went, and the open table links to them', async () => {
      const recordOf = async (proposal) =>
        (await sites.main.value('listAudit', { query: { proposal } })).items
          .map(({ action, detail, by }) => [action, detail, by !== null].join(' '))
          .sort();
      const attachments = [
        { token: await upload(sites.main, png({ seed: 24 })) },
        { token: await upload(sites.main, png({ seed: 25 })) },
      ];
      const kept = await propose(sites.main, { consultation: 'files', attachments });
      await publish(sites.main, kept.reference);
      const table = await sites.main.value('getProposalTable', {
        query: { consultation: 'files' },
      });
      const row = table.split('\r\n').find((line) => line.startsWith(kept.reference));
      const [one, other] = kept.attachments;
      assert.ok(row.endsWith(`,0,${one.path} ${other.path}`), row);
      await sites.main.value('withdrawProposal', { token: kept.trackingCode });
      assert.deepEqual(await recordOf(kept.reference), [
        'files_added 2 false',
        'files_removed 2 false',
        'published  true',
        'withdrawn  false',
      ]);
      const refused = await proposeWith([{ token: await upload(sites.main, png({ seed: 26 })) }]);
      await sites.main.value('moderateSubmission', {
        parameters: { submission: refused.reference },
        body: { decision: 'refuse', reason: 'personal_data' },
      });
      assert.deepEqual(await recordOf(refused.reference), [
        'files_added 1 false',
        'files_removed 1 true',
        'refused personal_data true',
      ]);
      const plain = await propose(sites.main);
      assert.deepEqual(await recordOf(plain.reference), []);
    });
    it('names them to its author and to staff, and to everybody once it is published', async () => {
      const photo = await upload(sites.main, png({ seed: 9, place: '34.92,-2.32' }));
      const document = await upload(sites.main, pdf(), { mediaType: 'application/pdf' });
      const receipt = await proposeWith([
        { token: photo, description: '  الطريق  إلى الدوار ' },
        { token: document },
      ]);
      const [first, second] = receipt.attachments;
      assert.deepEqual(first.description, { text: 'الطريق إلى الدوار', language: 'ar' });
      assert.deepEqual(
        [first.mediaType, second.mediaType, second.description],
        ['image/png', 'application/pdf', null],
      );
      const { reference } = receipt;
      const submission = await sites.main.value('getSubmission', {
        parameters: { submission: reference },
      });
      assert.deepEqual(submission.attachments, receipt.attachments);
      const own = await sites.main.value('getOwnData', { token: receipt.trackingCode });
      assert.deepEqual(own.receipt.attachments, receipt.attachments);

      assert.equal((await download(first.path)).status, 404, 'not public yet');
      assert.equal((await download(first.path, 'x')).status, 401);
      const other = await propose(sites.main);
      assert.equal((await download(first.path, other.trackingCode)).status, 401);
      for (const token of [receipt.trackingCode, sites.main.site.staffToken]) {
        const { status, headers } = await download(first.path, token);
        assert.equal(status, 200);
        assert.match(headers.get('Cache-Control'), /no-store/);
      }
      await publish(sites.main, reference);
      const shown = await sites.main.value('getProposal', { parameters: { proposal: reference } });
      assert.deepEqual(shown.attachments, receipt.attachments);
      for (const { path, mediaType, bytes } of shown.attachments) {
        const { status, headers } = await download(path);
        assert.equal(status, 200);
        assert.equal(headers.get('Content-Type'), mediaType);
        assert.match(headers.get('Content-Disposition'), /^attachment; filename="[\w.-]+"$/);
        assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
        assert.match(headers.get('Content-Security-Policy'), /sandbox.*default-src 'none'/);
        assert.match(headers.get('Cache-Control'), /\bpublic\b/);
        const length = headers.get('Content-Length');
        if (length !== null) assert.equal(Number(length), bytes);
      }
    });
    it('gives of a published file what is asked for: its length, nothing new, or a part', async () => {
      const { attachments, reference } = await proposeWith([
        { token: await uploadInParts(png({ width: 400, height: 300, seed: 14 })) },
      ]);
      await publish(sites.main, reference);
      const [{ path, bytes }] = attachments;
      const whole = await download(path);
      const content = whole.bytes;
      assert.equal(content.byteLength, bytes);
      const tag = whole.headers.get('ETag');
      const ask = (method, headers) => sites.main.send(method, path, { headers });
      // Tags and parts are for servers that are asked over a line.
      if (tag === null) return;
      const head = await ask('HEAD', {});
      assert.deepEqual([head.status, head.bytes.byteLength], [200, 0]);
      assert.equal(Number(head.headers.get('Content-Length')), bytes);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        assert.equal((await ask('GET', { 'If-None-Match': known })).status, 304, known);
      }
      if (whole.headers.get('Accept-Ranges') !== 'bytes') return;
      for (const [from, to] of [
        [0, 10],
        [262_140, 262_150],
        [bytes - 5, bytes],
      ]) {
        const part = await ask('GET', { Range: `bytes=${from}-${to - 1}` });
        assert.equal(part.status, 206);
        assert.equal(part.headers.get('Content-Range'), `bytes ${from}-${to - 1}/${bytes}`);
        assert.ok(part.bytes.equals(content.subarray(from, to)), `${from} to ${to}`);
      }
      const beyond = await ask('GET', { Range: `bytes=${bytes}-` });
      assert.equal(beyond.status, 416);
      const changed = await ask('GET', { Range: 'bytes=0-9', 'If-Range': '"other"' });
      assert.equal(changed.status, 200);
    });
    it('takes a file once, and only one that is ready, its own and of its consultation', async () => {
      const refusedAt = async (attachments, consultation = 'files') =>
        (
          await sites.main.refused('invalid_input', 'createProposal', {
            body: proposalFor(sites.main, { consultation, attachments }),
          })
        ).errors.map(({ path, code, maximum }) => [path, code, maximum ?? null].join(' '));
      const invalid = (at) => [`attachments.${at}.token invalid_choice `];
      const bytes = png({ seed: 10 });
      const { token: unfinished } = await announce(bytes);
      const token = await upload(sites.main, bytes);
      assert.deepEqual(await refusedAt([{ token }, { token: unfinished }]), invalid(1));
      assert.deepEqual(await refusedAt([{ token }, { token }]), invalid(1));
      assert.deepEqual(await refusedAt([{ token: 'x' }]), invalid(0));
      assert.deepEqual(await refusedAt([{ token }], 'general'), ['attachments too_large 0']);
      const three = [{ token }, { token: 'x' }, { token: 'y' }];
      assert.deepEqual(await refusedAt(three), ['attachments too_large 2']);
      const { attachments } = await proposeWith([{ token }]);
      assert.equal(attachments.length, 1, 'refused creates took nothing');
      assert.deepEqual(await refusedAt([{ token }]), invalid(0));
    });
    it('is stored once with its files, however often it is sent', async () => {
      const token = await upload(sites.main, png({ seed: 11 }));
      const body = proposalFor(sites.main, { consultation: 'files', attachments: [{ token }] });
      const key = randomUUID();
      const first = await sites.main.value('createProposal', { body, key });
      const second = await sites.main.value('createProposal', { body, key });
      assert.deepEqual(second, first);
    });
    it('loses them when it is withdrawn or refused', async () => {
      const sendOne = async (seed) =>
        proposeWith([{ token: await upload(sites.main, png({ seed })) }]);
      const withdrawn = await sendOne(12);
      await publish(sites.main, withdrawn.reference);
      await sites.main.value('withdrawProposal', { token: withdrawn.trackingCode });
      const refused = await sendOne(13);
      await sites.main.value('moderateSubmission', {
        parameters: { submission: refused.reference },
        body: { decision: 'refuse', reason: 'personal_data' },
      });
      for (const { attachments, trackingCode } of [withdrawn, refused]) {
        const { path } = attachments[0];
        assert.notEqual((await download(path)).status, 200);
        assert.notEqual((await download(path, trackingCode)).status, 200);
        const receipt = await sites.main.value('getReceipt', { token: trackingCode });
        assert.deepEqual(receipt.attachments, []);
      }
    });
  });
}
