import {
  attachmentPath,
  attachmentTypeOf,
  type Attachment,
  type attachmentInputSchema,
  type AttachmentPolicy,
  type Locale,
  type ProblemCode,
  type ProposalAttachment,
  type ProposalInput,
} from '@nafida/contract';
import type * as z from 'zod/mini';
import { FakeProblemError } from './fake-problem-error.js';

type Input = z.output<typeof attachmentInputSchema>;

interface StoredFile {
  readonly id: string;
  readonly token: string;
  readonly input: Input;
  readonly createdAt: number;
  content: Uint8Array<ArrayBuffer>;
  received: number;
  state: Attachment['state'];
  problem: ProblemCode | undefined;
  isTaken: boolean;
}

const dayMs = 86_400_000;

/** Files that are sent and taken. What is in them is looked at no closer than their first bytes, and kept as it came. */
export class FakeAttachments {
  readonly #site: string;
  readonly #now: () => number;
  readonly #files: StoredFile[] = [];

  constructor(site: string, now: () => number) {
    this.#site = site;
    this.#now = now;
  }

  /** `policy` is that of the consultation, which is open, or of the question that the file answers. */
  create(input: Input, policy: AttachmentPolicy | null): Attachment {
    if (!policy) throw new FakeProblemError('attachments_not_allowed');
    if (input.bytes > policy.bytes) {
      throw new FakeProblemError('invalid_input', {
        path: 'bytes',
        code: 'too_large',
        maximum: policy.bytes,
      });
    }
    const file: StoredFile = {
      id: crypto.randomUUID(),
      token: crypto.randomUUID(),
      input,
      createdAt: this.#now(),
      content: new Uint8Array(input.bytes),
      received: 0,
      state: 'receiving',
      problem: undefined,
      isTaken: false,
    };
    this.#files.push(file);
    return { ...stateOf(file), token: file.token };
  }

  /** Throws `unauthorized`. */
  state(token: string): Attachment {
    return stateOf(this.#byToken(token));
  }

  async append(token: string, offset: number, part: Uint8Array): Promise<Attachment> {
    const file = this.#byToken(token);
    if (file.problem) throw new FakeProblemError(file.problem);
    if (file.state === 'ready') return stateOf(file);
    const room = file.input.bytes - part.byteLength;
    if (offset > room) {
      const maximum = Math.max(0, room);
      throw new FakeProblemError('invalid_input', { path: 'offset', code: 'too_large', maximum });
    }
    if (offset > file.received) {
      throw new FakeProblemError('attachment_offset', {
        path: 'offset',
        code: 'too_large',
        maximum: file.received,
      });
    }
    const end = offset + part.byteLength;
    if (end > file.received) {
      file.content.set(part.subarray(file.received - offset), file.received);
      file.received = end;
    }
    if (file.received === file.input.bytes) await this.#finish(file);
    return stateOf(file);
  }

  /** The files of a proposal that is just being stored. Throws `invalid_input`, and then nothing is taken. */
  take(
    consultation: string,
    taken: NonNullable<ProposalInput['attachments']>,
    language: Locale,
  ): { readonly question: string | undefined; readonly attachment: ProposalAttachment }[] {
    const files = taken.map(({ token, question }, at) => {
      const file = this.#files.find((each) => each.token === token);
      const isFree = file?.state === 'ready' && !file.isTaken && !this.#isStale(file);
      const isOnce = taken.findIndex((other) => other.token === token) === at;
      const isFor = file?.input.consultation === consultation && file.input.question === question;
      if (!isFree || !isOnce || !isFor) {
        throw new FakeProblemError('invalid_input', {
          path: `attachments.${at}.token`,
          code: 'invalid_choice',
        });
      }
      return file;
    });
    return files.map((file, at) => {
      file.isTaken = true;
      const text = taken[at]?.description;
      const attachment = {
        id: file.id,
        path: attachmentPath(this.#site, file.id),
        mediaType: file.input.mediaType,
        bytes: file.input.bytes,
        description: text === undefined ? null : { text, language },
      };
      return { question: taken[at]?.question, attachment };
    });
  }

  /** The file as an answer to its download. `name` has no ending yet. */
  download({ id }: ProposalAttachment, name: string, isPublic: boolean): Response {
    const file = this.#files.find((each) => each.id === id);
    if (!file) throw new FakeProblemError('not_found');
    const { mediaType } = file.input;
    const ending = mediaType.replace(/^.*\//, '').replace('jpeg', 'jpg');
    return new Response(file.content, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${name}.${ending}"`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': isPublic ? 'public, max-age=300' : 'no-store',
        'Access-Control-Allow-Origin': '*',
      },
    });
  }

  #byToken(token: string): StoredFile {
    const file = this.#files.find((each) => each.token === token);
    if (!file || this.#isStale(file)) throw new FakeProblemError('unauthorized');
    return file;
  }

  #isStale({ isTaken, createdAt }: StoredFile): boolean {
    return !isTaken && this.#now() - createdAt > dayMs;
  }

  async #finish(file: StoredFile): Promise<void> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file.content));
    const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (hash !== file.input.sha256) {
      file.received = 0;
      throw new FakeProblemError('attachment_corrupted');
    }
    if (attachmentTypeOf(file.content) !== file.input.mediaType) {
      file.state = 'refused';
      file.problem = 'attachment_type';
      throw new FakeProblemError(file.problem);
    }
    file.state = 'ready';
  }
}

function stateOf({ state, input, received }: StoredFile): Attachment {
  return { token: null, state, mediaType: input.mediaType, bytes: input.bytes, received };
}
