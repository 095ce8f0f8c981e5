import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { propose, register } from '../conformance/inputs.mjs';
import { engines, makeProvince } from './province.mjs';

const waitMs = 30_000;

/** A mail server on the loopback that keeps what it is sent. */
class MailBox {
  /** `{ to, raw }`, in the order they came. */
  received = [];
  /** Answers to the next recipients, one each: an SMTP error code, or nothing. */
  refusals = [];
  #server;

  async open() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        const responseCode = this.refusals.shift();
        done(responseCode ? Object.assign(new Error('Not now'), { responseCode }) : undefined);
      },
      onData: (stream, { envelope }, done) => {
        const pieces = [];
        stream.on('data', (piece) => pieces.push(piece));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address).join();
          this.received.push({ to, raw: Buffer.concat(pieces).toString('utf8') });
          done();
        });
      },
    });
    const listening = once(this.#server.server, 'listening');
    this.#server.listen(0, '127.0.0.1');
    await listening;
    return `smtp://127.0.0.1:${this.#server.server.address().port}`;
  }

  /** What came for somebody, once there is as much as that. */
  async of(address, count = 1) {
    const deadline = Date.now() + waitMs;
    for (;;) {
      const mails = this.received.filter(({ to }) => to === address);
      if (mails.length >= count) return mails.map(({ raw }) => read(raw));
      assert.ok(Date.now() < deadline, `${mails.length} of ${count} messages for ${address}`);
      await delay(50);
    }
  }

  close() {
    return new Promise((settle) => this.#server.close(settle));
  }
}

/** Subject, identity and text of a mail. */
function read(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const header = (name) =>
    new RegExp(`^${name}: (.*(?:\r\n\\s.*)*)`, 'im').exec(head)?.[1].replace(/\r\n\s+/g, ' ') ?? '';
  const body = rest.join('\r\n\r\n');
  const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'));
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : unquoted(body);
  return { id: header('Message-ID'), subject: words(header('Subject')), text };
}

const bytesOf = (text) => Buffer.from(text, 'latin1').toString('utf8');
const escaped = (text) =>
  bytesOf(text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
const unquoted = (body) => escaped(body.replace(/=\r\n/g, ''));
const words = (subject) =>
  subject
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : escaped(text.replaceAll('_', ' ')),
    );

/** What the page in a mail answers to the code in it, or to another. */
const confirmOn = (server) => (text, code) => {
  const [, path] = /https:\/\/participation\.example(\/confirm\/\S+)/.exec(text);
  const [, own] = /(?:to type there|à y écrire\s?|يُكتب فيها): \W?([\dA-Z]{4}-[\dA-Z]{4})/.exec(
    text,
  );
  return fetch(new URL(path, server), {
    method: 'POST',
    body: new URLSearchParams({ code: code ?? own }),
  });
};

for (const engine of engines) {
  describe(`messages to those who registered (${engine})`, () => {
    const mailBox = new MailBox();
    let province;
    let servers;
    let api;
    let mail;
    let confirm;
    const state = async () =>
      JSON.parse(await province.command('messages', 'list', 'berkane', '--json'));
    /** The message for somebody, once it stands as it should. */
    const settled = async (email, wanted) => {
      const deadline = Date.now() + waitMs;
      for (;;) {
        const message = (await state()).find((each) => each.email === email);
        if (message?.state === wanted) return message;
        assert.ok(Date.now() < deadline, `${email}: ${message?.state}, not ${wanted}`);
        await delay(200);
      }
    };

    /** Registers, and confirms the address as the mail asks for. */
    const registered = async (session, changes) => {
      const registration = await register(api, session, changes);
      const [{ text }] = await mailBox.of(changes.email);
      const { status } = await confirm(text);
      assert.equal(status, 200);
      return registration;
    };

    before(async () => {
      mail = {
        NAFIDA_PUBLIC_URL: 'https://participation.example/',
        NAFIDA_SMTP_URL: await mailBox.open(),
        NAFIDA_MAIL_FROM: 'Province de Berkane <participation@berkane.example>',
        NAFIDA_MAIL_RETRY_MS: '50',
        NAFIDA_MAIL_ATTEMPTS: '3',
      };
      province = await makeProvince(engine);
      servers = [await province.serve({ env: mail })];
      // Two processes on one outbox: neither sends what the other has taken.
      if (engine === 'postgresql') servers.push(await province.serve({ env: mail }));
      api = await province.apiOf(servers[0]);
      confirm = confirmOn(servers[0].origin);
      await api.value('createSession', {
        body: {
          id: 'workshop',
          title: { fr: 'Atelier' },
          startDate: '2031-09-02',
          registration: {},
        },
      });
    });
    after(async () => {
      await province?.close();
      await mailBox.close();
    });

    it('are announced to pages, so that they can say one will come', async () => {
      const { sendsMail } = await api.value('getSite');
      assert.equal(sendsMail, true);
    });
    it('say in their language what became of the registration, and when a place is free', async () => {
      const holder = await registered('two-seats', { email: 'first@example.org' });
      await registered('two-seats', { email: 'second@example.org', language: 'fr' });
      await registered('two-seats', { email: 'third@example.org', language: 'fr' });

      const [, confirmed] = await mailBox.of('first@example.org', 2);
      assert.equal(confirmed.subject, 'تأكيد التسجيل – لقاء تشاوري');
      assert.ok(confirmed.text.includes('السلام عليكم فاطمة الزهراء،'), confirmed.text);
      assert.ok(confirmed.text.includes('10 يونيو 2031'), confirmed.text);
      assert.ok(confirmed.text.includes(holder.doorCode), confirmed.text);
      assert.ok(confirmed.text.includes(holder.manageToken), confirmed.text);
      const [, waiting] = await mailBox.of('third@example.org', 2);
      assert.ok(waiting.subject.startsWith('Inscription sur liste d’attente'), waiting.subject);
      assert.ok(waiting.text.includes('Votre rang sur la liste d’attente\u00a0: 1.'), waiting.text);

      await api.value('cancelRegistration', { token: holder.manageToken });
      const [, , promoted] = await mailBox.of('third@example.org', 3);
      assert.ok(promoted.text.includes('Une place s’est libérée'), promoted.text);
    });
    it('tell of another day, of a smaller room and of a cancellation, with the reason', async () => {
      const session = { parameters: { session: 'hall' } };
      await registered('hall', { email: 'early@example.org', language: 'en' });
      await registered('hall', { email: 'late@example.org', language: 'en' });
      await api.value('postponeSession', { ...session, body: { to: { startDate: '2031-07-01' } } });
      const [, , moved] = await mailBox.of('early@example.org', 3);
      assert.ok(moved.text.includes('1 July 2031'), moved.text);
      await api.value('changeCapacity', {
        ...session,
        body: { capacity: 1, moveToWaitingList: true },
      });
      const [, , , fewer] = await mailBox.of('late@example.org', 4);
      assert.ok(fewer.text.includes('Your position on the waiting list: 1.'), fewer.text);
      const note = { fr: 'Travaux', en: 'Building works' };
      await api.value('cancelSession', { ...session, body: { note } });
      const [, , , off] = await mailBox.of('early@example.org', 4);
      assert.ok(off.text.includes('Reason: Building works'), off.text);
      assert.equal((await mailBox.of('late@example.org', 5)).length, 5, 'who waits is told too');
    });
    it('ask for the address to be confirmed before anything else, and hold nothing that was typed', async () => {
      const email = 'asked@example.org';
      const name = 'Gagnez sur gain.example';
      const taken = await register(api, 'workshop', { email, name, language: 'fr' });
      assert.equal(taken.status, 'unconfirmed');
      assert.ok(Date.parse(taken.confirmBy) > Date.now());
      const [asked] = await mailBox.of(email);
      assert.ok(asked.subject.startsWith('Confirmez votre adresse électronique – '), asked.subject);
      assert.doesNotMatch(asked.text, /gain|Gagnez/);
      for (const code of [taken.doorCode, taken.manageToken]) {
        assert.ok(!asked.text.includes(code), 'nothing that opens the registration');
      }
      assert.equal((await confirm(asked.text, 'AAAA-AAAA')).status, 422);
      const before = await api.value('getRegistration', { token: taken.manageToken });
      assert.equal(before.status, 'unconfirmed');
      const page = await (await confirm(asked.text)).text();
      assert.match(page, /L’adresse est confirmée/);
      assert.equal((await confirm(asked.text)).status, 200, 'once more changes nothing');
      const after = await api.value('getRegistration', { token: taken.manageToken });
      assert.deepEqual([after.status, after.confirmBy], ['confirmed', null]);
      const [, told] = await mailBox.of(email, 2);
      assert.ok(told.text.startsWith('Bonjour Gagnez sur gain. example,'), told.text);
      assert.doesNotMatch(told.subject, /gain/i);
    });
    it('answer an address that is registered already as any other, and tell it by mail only', async () => {
      const email = 'known@example.org';
      const own = await registered('workshop', { email, language: 'en' });
      const again = await register(api, 'workshop', { email: 'KNOWN+x@example.org' });
      const other = await register(api, 'workshop', { email: 'other@example.org' });
      const shape = (registration) => ({
        ...registration,
        ...Object.fromEntries(
          ['id', 'manageToken', 'doorCode', 'createdAt', 'confirmBy'].map((each) => [each, '']),
        ),
      });
      assert.deepEqual(shape(again), shape(other));
      const seen = await api.value('getRegistration', { token: again.manageToken });
      assert.deepEqual(seen, { ...again, manageToken: null });
      const [, , told] = await mailBox.of(email, 3);
      assert.ok(told.subject.startsWith('You are registered already'), told.subject);
      assert.ok(told.text.includes(own.manageToken), 'whose address it is finds the way back');
      const { status } = await api.value('getRegistration', { token: own.manageToken });
      assert.equal(status, 'confirmed');
    });
    it('are sent once when all goes well, by however many processes', async () => {
      await settled('late@example.org', 'sent');
      const ids = mailBox.received.map(({ raw }) => read(raw).id);
      assert.equal(new Set(ids).size, ids.length);
    });
    it('are tried again when the mail server is busy, and given up when there is no such mailbox', async () => {
      const session = 'open-door';
      await api.value('createSession', {
        body: {
          id: session,
          title: { fr: 'Porte ouverte' },
          startDate: '2031-09-01',
          registration: {},
        },
      });
      mailBox.refusals = [451];
      await register(api, session, { email: 'busy@example.org' });
      await mailBox.of('busy@example.org');
      const { attempts } = await settled('busy@example.org', 'sent');
      assert.equal(attempts, 2);
      mailBox.refusals = [550];
      await register(api, session, { email: 'nobody@example.org' });
      const dead = await settled('nobody@example.org', 'dead');
      assert.deepEqual([dead.attempts, dead.error], [1, 'EENVELOPE 550']);
      mailBox.refusals = [451, 451, 451];
      await register(api, session, { email: 'never@example.org' });
      assert.equal((await settled('never@example.org', 'dead')).attempts, 3);
    });
    it('are listed for a call if there is only a telephone number', async () => {
      const phone = '+212600000000';
      await register(api, 'open-door', { name: 'Hassan', email: undefined, phone });
      const message = (await state()).find((each) => each.phone === phone);
      assert.equal(message.state, 'to_call');
      const shown = await province.command('messages', 'show', 'berkane', message.id);
      assert.ok(shown.startsWith(`${phone}\nتأكيد التسجيل`), shown);
      await province.command('messages', 'called', 'berkane', message.id);
      const list = await province.command('messages', 'list', 'berkane', '--state', 'to_call');
      assert.equal(list, 'No messages.');
    });
    it('tell authors what staff decide of their proposal, in the language they wrote in', async () => {
      const email = 'author@example.org';
      const { reference, trackingCode } = await propose(api, {
        author: { name: 'Khadija', email },
        title: 'Un bus scolaire pour les douars',
        language: 'fr',
      });
      const silent = await propose(api, { author: { name: 'Personne' } });
      const on = (submission, body) => ({ parameters: { submission }, body });
      const question = { text: 'Combien de douars ?', language: 'fr' };
      await api.value('askAuthor', on(reference, question));
      await api.value('moderateSubmission', on(reference, { decision: 'publish' }));
      const answer = { ar: 'تمت البرمجة.', fr: 'Le bus circulera en septembre.' };
      await api.value('answerSubmission', on(reference, { status: 'accepted', text: answer }));
      await api.value('answerSubmission', on(reference, { status: 'implemented' }));
      const mails = await mailBox.of(email, 4);
      assert.deepEqual(
        mails.map(({ subject }) => subject.split(' – ')[0]),
        [
          'Une question sur votre proposition',
          'Votre proposition est publiée',
          'Votre proposition est retenue',
          'Votre proposition est réalisée',
        ],
      );
      const [asked, , accepted] = mails.map(({ text }) => text);
      assert.ok(asked.startsWith('Bonjour,'), asked);
      for (const { subject, text } of mails) {
        assert.doesNotMatch(subject + text, /Khadija|bus scolaire/, 'nothing typed by the author');
      }
      for (const part of ['Combien de douars ?', reference, trackingCode, 'Province de Berkane']) {
        assert.ok(asked.includes(part), asked);
      }
      assert.ok(accepted.includes('Le bus circulera en septembre.'), accepted);

      const other = await propose(api, { author: { email: 'joined@example.org' } });
      await api.value('mergeSubmission', on(other.reference, { into: reference }));
      const [joined] = await mailBox.of('joined@example.org');
      assert.ok(joined.text.startsWith('السلام عليكم،'), joined.text);
      assert.ok(joined.text.includes(reference), joined.text);
      await api.value('answerSubmission', on(reference, { status: 'evaluating' }));
      const [, followed] = await mailBox.of('joined@example.org', 2);
      assert.ok(followed.subject.startsWith('مقترحكم قيد الدراسة'), followed.subject);

      const bad = await propose(api, { author: { email: 'refused@example.org' }, language: 'en' });
      const refusal = { decision: 'refuse', reason: 'duplicate' };
      await api.value('moderateSubmission', on(bad.reference, refusal));
      const [refused] = await mailBox.of('refused@example.org');
      assert.ok(refused.text.includes('A similar proposal was sent before.'), refused.text);

      const { messages } = await api.value('getOwnData', { token: bad.trackingCode });
      assert.deepEqual(
        messages.map(({ kind }) => kind),
        ['proposal_refused'],
      );
      const told = (await state()).filter(({ proposal }) => proposal === silent.reference);
      assert.deepEqual(told, [], 'who left no address is not written to');
    });
    it('to authors who left only a telephone number are listed for a call, until they withdraw', async () => {
      const phone = '0612345678';
      const { reference, trackingCode } = await propose(api, { author: { phone } });
      const on = (body) => ({ parameters: { submission: reference }, body });
      await api.value('moderateSubmission', on({ decision: 'publish' }));
      await api.value('answerSubmission', on({ status: 'evaluating', text: { fr: 'À l’étude.' } }));
      const told = async () => (await state()).filter(({ proposal }) => proposal === reference);
      const [published] = await told();
      assert.deepEqual(
        (await told()).map((each) => [each.state, each.phone]),
        [
          ['to_call', phone],
          ['to_call', phone],
        ],
      );
      const shown = await province.command('messages', 'show', 'berkane', published.id);
      assert.ok(shown.startsWith(`${phone}\n`), shown);
      await province.command('messages', 'called', 'berkane', published.id);
      await api.value('withdrawProposal', { token: trackingCode });
      assert.deepEqual(
        (await told()).map((each) => [each.state, each.phone]),
        [['called', null]],
      );
    });
    it('are not sent to somebody who has withdrawn', async () => {
      mailBox.refusals = [451];
      const { reference, trackingCode } = await propose(api, {
        author: { email: 'gone@example.org' },
      });
      await api.value('moderateSubmission', {
        parameters: { submission: reference },
        body: { decision: 'publish' },
      });
      await api.value('withdrawProposal', { token: trackingCode });
      const left = (await state()).filter(({ proposal }) => proposal === reference);
      assert.ok(left.every(({ state, email }) => state !== 'pending' && email === null));
      mailBox.refusals = [];
    });
    it('leave nothing about people in the logs', async () => {
      const logs = servers.map((server) => server.log()).join('');
      assert.ok(logs.includes('message given up'));
      assert.doesNotMatch(logs, /example\.org|فاطمة|Hassan|\+212/);
    });
  });
}
