import type { ProposalInput, Receipt } from '@nafida/contract';
import { uploadAttachment } from '../attachments.js';
import type { Client } from '../client.js';
import { isNafidaError } from '../errors/is-nafida-error.js';
import type { SealedFile, WaitingItem } from './outbox-item.js';

/** Sends one item of the outbox: its files first, then the proposal that names them. */
export class SealedFiles {
  readonly #client: Client;
  readonly #keep: (item: WaitingItem) => Promise<void>;
  #item: WaitingItem;
  #hasArrived = false;

  /** @param keep keeps what has changed: what was sent of a file need not be sent again after a reload */
  constructor(client: Client, item: WaitingItem, keep: (item: WaitingItem) => Promise<void>) {
    this.#client = client;
    this.#item = item;
    this.#keep = keep;
  }

  /** With the tokens that its files have by now. */
  get item(): WaitingItem {
    return this.#item;
  }

  /** Whether all files have: before, the proposal cannot have left. */
  get hasArrived(): boolean {
    return this.#hasArrived;
  }

  /** Rejects with the client's errors. */
  async create(signal: AbortSignal): Promise<Receipt> {
    try {
      return await this.#create(signal);
    } catch (error) {
      if (!isOfMissingFile(error)) throw error;
      // They waited longer for their proposal than the server allows: they are sent once more.
      await this.#change((file) => ({ ...file, token: undefined }));
      return this.#create(signal);
    }
  }

  async #create(signal: AbortSignal): Promise<Receipt> {
    const { id, input } = this.#item;
    const attachments = await this.#upload(signal);
    this.#hasArrived = true;
    const complete = attachments.length > 0 ? { ...input, attachments } : input;
    return this.#client.proposals.create(complete, { idempotencyKey: id, signal });
  }

  async #upload(signal: AbortSignal): Promise<NonNullable<ProposalInput['attachments']>> {
    const { input, files = [] } = this.#item;
    const attachments = [];
    for (const [at, { content, description, question, token: earlier }] of files.entries()) {
      const token = await uploadAttachment(this.#client, content, {
        consultation: input.consultation,
        question,
        token: earlier,
        onToken: (token) =>
          this.#change((file, index) => (index === at ? { ...file, token } : file)),
        signal,
      });
      attachments.push({
        token,
        ...(question !== undefined && { question }),
        ...(description.trim() && { description }),
      });
    }
    return attachments;
  }

  async #change(change: (file: SealedFile, index: number) => SealedFile): Promise<void> {
    this.#item = { ...this.#item, files: (this.#item.files ?? []).map(change) };
    await this.#keep(this.#item);
  }
}

function isOfMissingFile(error: unknown): boolean {
  const issues = isNafidaError(error) && error.kind === 'problem' ? error.issues : [];
  return issues.some(({ path }) => path.startsWith('attachments.'));
}
