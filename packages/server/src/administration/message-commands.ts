import type * as z from 'zod/mini';
import type { Database } from '../database/database.js';
import { inWords, readMessages, type StoredMessage } from '../messages/stored-messages.js';
import type { WrittenMessage } from '../messages/written-message.js';
import { CommandError } from './command-error.js';
import type { messageSchema, messagesListSchema } from './inputs.js';
import { requireSite } from './site-commands.js';

/** Messages of a site, oldest first. */
export async function listMessages(
  { reader }: Database,
  { site, state }: z.output<typeof messagesListSchema>,
): Promise<StoredMessage[]> {
  await requireSite(reader, site);
  return readMessages(reader, site, { state });
}

/** One message as its person reads it; only the code that opens what they sent is left out. */
export async function showMessage(
  { reader }: Database,
  { site, message: id }: z.output<typeof messageSchema>,
): Promise<WrittenMessage & { readonly to: string | null }> {
  await requireSite(reader, site);
  const [message] = await readMessages(reader, site, { ids: [id] });
  if (!message) throw new CommandError(`The site has no message ${id}.`);
  return { to: message.email ?? message.phone, ...inWords(message, null) };
}

/** Notes that somebody was told on the telephone. */
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
    throw new CommandError(`The site has no message ${message} that waits for a call.`);
  }
  return { called: message };
}
