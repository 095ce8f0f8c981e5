import type { Attachment, AttachmentPolicy } from '@nafida/contract';
import { randomBytes } from 'node:crypto';
import type { DatabaseReader, DatabaseTransaction } from '../database/database.js';
import { performOnce } from '../operations/idempotency.js';
import type { Call, Handler, Services } from '../operations/operation.js';
import { invalidField, invalidInput, ProblemError } from '../operations/problem-error.js';
import {
  findConsultation,
  stateOfConsultation,
  type ConsultationRow,
} from '../sites/consultations.js';
import { findByToken, type AttachmentRow } from './attachment-records.js';
import type { AttachmentServices } from './attachment-services.js';
import { receivedBytes } from './received-parts.js';
import { storeContent } from './stored-content.js';
import { requireRoom } from './untaken-room.js';

/** Announces a file and answers with the token by which its parts are sent. */
export const createAttachment: Handler<'createAttachment'> = async (services, call) => {
  const { site, body } = call;
  const attempt = {
    site: site.id,
    operation: 'createAttachment',
    key: call.idempotencyKey,
    proof: call.proof,
    content: body,
  };
  const { result, replayed } = await performOnce(services, attempt, async (transaction) => ({
    attachment: await announce(services, call, transaction),
  }));
  const token = services.keyring.codeFor('attachment', site.id, result.attachment);
  const row = await findByToken(services.database.reader, services.keyring, site.id, token);
  // Nobody took it for a day: the same request again finds it gone.
  if (!row) throw new ProblemError('not_found');
  return { body: { ...stateOf(row), token }, replayed };
};

async function announce(
  { keyring }: Services,
  { site, body, sender }: Call<'createAttachment'>,
  transaction: DatabaseTransaction,
): Promise<string> {
  const consultation = await findConsultation(transaction, site.id, body.consultation);
  if (!consultation) throw invalidField('consultation', 'invalid_choice');
  const state = stateOfConsultation(consultation, new Date());
  if (state === 'upcoming') throw new ProblemError('consultation_not_open');
  if (state === 'closed') throw new ProblemError('consultation_closed');
  const { question } = body;
  const asked = questionOf(consultation, question);
  if (question !== undefined && !asked) throw invalidField('question', 'invalid_choice');
  const policy = policyFor(consultation, question);
  if (!policy) throw new ProblemError('attachments_not_allowed');
  if (body.bytes > policy.bytes) {
    throw invalidInput({ path: 'bytes', code: 'too_large', maximum: policy.bytes });
  }
  const id = randomBytes(12).toString('hex');
  await transaction
    .insertInto('attachment')
    .values({
      site: site.id,
      attachment: id,
      consultation: body.consultation,
      question: question ?? null,
      media_type: body.mediaType,
      bytes: body.bytes,
      sha256: body.sha256,
      received: 0,
      state: 'receiving',
      refusal: null,
      token_hash:
        keyring.lookupHash('attachment', site.id, keyring.codeFor('attachment', site.id, id)) ?? '',
      created_at: new Date(),
      sender,
      proposal: null,
      position: null,
      description: null,
    })
    .execute();
  return id;
}

type Rules = Pick<ConsultationRow, 'policy' | 'questions'>;

function questionOf({ questions }: Rules, question: string | null | undefined) {
  return questions.find(({ id, type }) => id === question && type === 'file');
}

/** How many files may come, and how large each, for a question or with the proposal itself. */
function policyFor(rules: Rules, question: string | null | undefined): AttachmentPolicy | null {
  const asked = questionOf(rules, question);
  return (asked ? asked.files : rules.policy.attachments) ?? null;
}

/** How much of a file has arrived, and whether it is ready. Fails with `unauthorized`. */
export const getAttachment: Handler<'getAttachment'> = async (
  { database, keyring },
  { site, token },
) => {
  const row = await findByToken(database.reader, keyring, site.id, token);
  if (!row) throw new ProblemError('unauthorized');
  return { body: stateOf(row) };
};

/** Takes the next part of a file, at `offset` in bytes; a part that comes again changes nothing. */
export const appendAttachment: Handler<'appendAttachment', AttachmentServices> = async (
  services,
  { site, token, sender, query: { offset }, body },
) => {
  const { database, keyring } = services;
  const row = await findByToken(database.reader, keyring, site.id, token);
  if (!row) throw new ProblemError('unauthorized');
  requireNotRefused(row);
  // A part that comes again, its answer was lost: there is nothing more to store.
  if (row.state === 'ready') return { body: stateOf(row) };
  const room = row.bytes - body.byteLength;
  if (offset > room) {
    throw invalidInput({ path: 'offset', code: 'too_large', maximum: Math.max(0, room) });
  }
  const received = await database.transaction((transaction) =>
    store(services, transaction, row, offset, body),
  );
  if (received < row.bytes) return { body: stateOf({ ...row, received }) };
  return { body: stateOf(await finish(services, row, sender)) };
};

/** Stores what is new of a part, and answers how much is there. */
async function store(
  { untakenFiles }: AttachmentServices,
  transaction: DatabaseTransaction,
  file: AttachmentRow,
  offset: number,
  part: Uint8Array,
): Promise<number> {
  const { site, attachment } = file;
  const row = await transaction
    .selectFrom('attachment')
    .select('received')
    .where('site', '=', site)
    .where('attachment', '=', attachment)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ProblemError('unauthorized');
  const { received } = row;
  if (offset > received) {
    throw new ProblemError('attachment_offset', {
      errors: [{ path: 'offset', code: 'too_large', maximum: received }],
    });
  }
  const end = offset + part.byteLength;
  if (end <= received) return received;
  await requireRoom(transaction, file, end - received, untakenFiles);
  await transaction
    .insertInto('attachment_part')
    .values({ site, attachment, start: received, content: part.subarray(received - offset) })
    .execute();
  await transaction
    .updateTable('attachment')
    .set({ received: end })
    .where('site', '=', site)
    .where('attachment', '=', attachment)
    .execute();
  return end;
}

/** Files that are being checked in this process: a last part that comes twice waits for the same result. */
const running = new Map<string, Promise<AttachmentRow>>();

function finish(
  services: AttachmentServices,
  row: AttachmentRow,
  sender: string,
): Promise<AttachmentRow> {
  const id = `${row.site} ${row.attachment}`;
  const check = () => services.attachments.lanes.inTurn(sender, () => checkAndStore(services, row));
  const joined = running.get(id) ?? check().finally(() => running.delete(id));
  running.set(id, joined);
  return joined;
}

async function checkAndStore(
  { database, attachments, objects }: AttachmentServices,
  row: AttachmentRow,
): Promise<AttachmentRow> {
  // Another process may have been faster while this one waited.
  const now = await rowNow(database.reader, row);
  requireNotRefused(now);
  if (now.state === 'ready') return now;
  const { bytes, sha256 } = await receivedBytes(database.reader, row);
  if (sha256 !== row.sha256) {
    await database.transaction((transaction) => settle(transaction, row, { received: 0 }));
    throw new ProblemError('attachment_corrupted');
  }
  const consultation = await findConsultation(database.reader, row.site, row.consultation);
  const mostBytes = (consultation && policyFor(consultation, row.question))?.bytes ?? row.bytes;
  const outcome = await attachments.clean({ bytes, mediaType: row.media_type, mostBytes });
  if ('error' in outcome) {
    const { error } = outcome;
    await database.transaction((transaction) =>
      settle(transaction, row, { state: 'refused', refusal: error, received: 0 }),
    );
    throw new ProblemError(error);
  }
  const { byteLength } = outcome.bytes;
  const change = {
    state: 'ready',
    media_type: outcome.mediaType,
    received: byteLength,
    bytes: byteLength,
    ...(await objects?.store(row, outcome.bytes)),
  } as const;
  await database.transaction(async (transaction) => {
    const isSettled = await settle(transaction, row, change);
    if (!isSettled) return;
    if (change.object === undefined) await storeContent(transaction, row, outcome.bytes);
    else await objects?.take(transaction, row.site, change.object);
  });
  return { ...row, ...change };
}

async function rowNow(
  reader: DatabaseReader,
  { site, attachment }: AttachmentRow,
): Promise<AttachmentRow> {
  const row = await reader
    .selectFrom('attachment')
    .selectAll()
    .where('site', '=', site)
    .where('attachment', '=', attachment)
    .executeTakeFirst();
  if (!row) throw new ProblemError('unauthorized');
  return row;
}

/** Ends the sending of a file: its parts go. Answers whether it did, as another process may have been faster. */
async function settle(
  transaction: DatabaseTransaction,
  { site, attachment }: AttachmentRow,
  change: Partial<AttachmentRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('attachment')
    .set(change)
    .where('site', '=', site)
    .where('attachment', '=', attachment)
    .where('state', '=', 'receiving')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await transaction
    .deleteFrom('attachment_part')
    .where('site', '=', site)
    .where('attachment', '=', attachment)
    .execute();
  return true;
}

function requireNotRefused({ refusal }: AttachmentRow): void {
  if (refusal !== null) throw new ProblemError(refusal);
}

function stateOf(row: AttachmentRow): Attachment {
  return {
    token: null,
    state: row.state,
    mediaType: row.media_type,
    bytes: row.bytes,
    received: row.received,
  };
}
