import type * as z from 'zod/mini';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import type { ShownMessageState } from '../database/outbox-message.js';
import { isMailInUse } from '../mail/mail-in-use.js';
import type { WrittenMail } from '../mail/session-mail.js';
import { writtenMail, readMessages, type StoredMessage } from '../mail/stored-mail.js';
import type { messageSchema, messagesListSchema } from './inputs.js';
import { requireSite } from './site-commands.js';

/** Each kind of message with the state that staff see. */
type Shown<Message> = Message extends unknown
  ? Omit<Message, 'state'> & { readonly state: ShownMessageState }
  : never;

/** Messages of a site, oldest first. */
export async function listMessages(
  { reader }: Database,
  { site, state }: z.output<typeof messagesListSchema>,
): Promise<Shown<StoredMessage>[]> {
  await requireSite(reader, site);
  // Without mail nothing waits to be sent: it would for ever.
  const waiting = (await isMailInUse(reader)) ? 'pending' : 'no_mail';
  const isWaiting = state === 'pending' || state === 'no_mail';
  if (isWaiting && state !== waiting) return [];
  const messages = await readMessages(reader, site, { state: isWaiting ? 'pending' : state });
  return messages.map((message) => ({
    ...message,
    state: message.state === 'pending' ? waiting : message.state,
  }));
}

/** One message as its person reads it; only the code that opens what they sent is left out. */
export async function showMessage(
  { reader }: Database,
  { site, message: id }: z.output<typeof messageSchema>,
): Promise<WrittenMail & { readonly to: string | null }> {
  await requireSite(reader, site);
  const [message] = await readMessages(reader, site, { ids: [id] });
  if (!message)
    throw new CommandError(
      `The site has no message ${id}: "messages list ${site}" shows their ids.`,
    );
  return { to: message.email ?? message.phone, ...writtenMail(message, null) };
}

/** Notes that somebody got the message by telephone. */
export async function noteCall(
  { reader }: Database,
  { site, message }: z.output<typeof messageSchema>,
): Promise<{ called: string }> {
  await requireSite(reader, site);
  const { numUpdatedRows } = await reader
    .updateTable('outbox')
    .set({ state: 'called', settled_at: new Date() })
    .where('site', '=', site)
    .where('message', '=', message)
    .where('state', 'in', ['to_call', 'pending', 'dead'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new CommandError(
      `The site has no message ${message} that waits for a call: see "messages list ${site} --state to_call".`,
    );
  }
  return { called: message };
}
