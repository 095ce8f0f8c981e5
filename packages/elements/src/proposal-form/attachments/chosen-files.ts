import type { Client } from '@nafida/client';
import { isNafidaError } from '@nafida/client/core.js';
import { uploadAttachment } from '@nafida/client/attachments.js';
import { createIdempotencyKey } from '@nafida/client/idempotency-key.js';
import type { SealedFile } from '@nafida/client/outbox';
import type { AttachmentPolicy, ProposalInput } from '@nafida/contract';
import { attachmentTypeOf } from '@nafida/contract/limits.js';
import type { ChosenFile, FileIssue } from './chosen-file.js';
import type { FileStore } from './file-store.js';
import { namedFiles } from './named-files.js';
import { shrinkPhoto } from './shrink-photo.js';

/** What is asked for: by the id of a question, or by undefined for what goes with the proposal itself. */
export type Asked = ReadonlyMap<string | undefined, AttachmentPolicy>;

/** A file that was not taken, and why. */
export interface TurnedAway {
  readonly question: string | undefined;
  readonly name: string;
  readonly issue: FileIssue;
}

/** How far sending is: the file, counted from one, of how many, and the share of it that has arrived. */
export interface UploadProgress {
  readonly file: number;
  readonly of: number;
  readonly share: number;
}

/** What is wrong with a file, by the code of the problem. */
const issueOfProblem: Readonly<Record<string, FileIssue>> = {
  attachment_type: 'type',
  attachment_unreadable: 'unreadable',
  attachment_corrupted: 'unreadable',
  attachment_too_large: 'too_much',
  attachment_unsupported: 'unsupported',
};

/** Issues of a file itself, which no other consultation mends. */
const lasting: ReadonlySet<FileIssue> = new Set(['type', 'unreadable', 'too_much', 'unsupported']);

/** The files that go with one proposal: chosen, made small, kept with the draft, sent. Knows no DOM but for pictures. */
export class ChosenFiles {
  readonly #onChange: () => void;
  readonly #shrink: (file: Blob) => Promise<Blob>;
  #store: FileStore | undefined;
  #files: readonly ChosenFile[] = [];
  #turnedAway: readonly TurnedAway[] = [];
  #pending = 0;
  #progress: UploadProgress | undefined;

  constructor(onChange: () => void, shrink = shrinkPhoto) {
    this.#onChange = onChange;
    this.#shrink = shrink;
  }

  get files(): readonly ChosenFile[] {
    return this.#files;
  }

  /** Those that answer a question, or that go with the proposal itself. */
  filesFor(question: string | undefined): readonly ChosenFile[] {
    return this.#files.filter((file) => file.question === question);
  }

  /** What was chosen last and not taken. */
  get turnedAway(): readonly TurnedAway[] {
    return this.#turnedAway;
  }

  /** True while a photo is made small. */
  get isPreparing(): boolean {
    return this.#pending > 0;
  }

  /** Undefined unless files are being sent. */
  get progress(): UploadProgress | undefined {
    return this.#progress;
  }

  /** Takes up what an earlier visit chose; `undefined` keeps nothing on the device. */
  async keepIn(store: FileStore | undefined): Promise<void> {
    if (store?.name === this.#store?.name) return;
    this.#store = store;
    const kept = (await store?.read()) ?? [];
    if (store !== this.#store || this.#files.length > 0) return;
    this.#files = kept;
    this.#onChange();
  }

  /** Takes the chosen files that `policy` allows. */
  async add(chosen: readonly File[], policy: AttachmentPolicy, question?: string): Promise<void> {
    this.#turnedAway = [];
    this.#pending += 1;
    this.#onChange();
    for (const file of chosen) {
      const taken =
        this.filesFor(question).length < policy.count
          ? await this.#prepared(file, policy)
          : 'too_many';
      if (typeof taken === 'string') {
        this.#turnedAway = [...this.#turnedAway, { question, name: file.name, issue: taken }];
      } else this.#change([...this.#files, { ...taken, question }]);
    }
    this.#pending -= 1;
    this.#onChange();
  }

  /** Puts back what was to be sent later; resolves once it is kept here. */
  async restore(files: readonly SealedFile[]): Promise<void> {
    const restored = files.map((file) => ({
      ...file,
      id: createIdempotencyKey(),
      issue: undefined,
    }));
    this.#change([...this.#files, ...restored]);
    await this.#store?.settled();
  }

  remove(id: string): void {
    this.#turnedAway = [];
    this.#change(this.#files.filter((file) => file.id !== id));
  }

  describe(id: string, description: string): void {
    this.#change(this.#files.map((file) => (file.id === id ? { ...file, description } : file)));
  }

  /** Leaves nothing, here and on the device. */
  clear(): void {
    this.#turnedAway = [];
    this.#change([]);
  }

  /** The server took other files for these, or knows them no more: they are sent anew with the next try. */
  forgetUploads(): void {
    this.#change(this.#files.map((file) => ({ ...file, token: undefined, hasArrived: false })));
  }

  /**
   * Sends what is asked for and has not arrived yet. Resolves with what the proposal names, or undefined where a file is not to be
   * taken, which stands beside it then; rejects when the line fails.
   */
  async upload(
    client: Client,
    consultation: string,
    asked: Asked,
  ): Promise<ProposalInput['attachments']> {
    const ours = () => this.#files.filter(({ question }) => asked.has(question));
    // Another consultation may have been chosen since, with other limits.
    this.#change(
      this.#files.map((file) => {
        const policy = asked.get(file.question);
        if (!policy) return file;
        return { ...file, issue: misfit(file, this.filesFor(file.question).indexOf(file), policy) };
      }),
    );
    if (ours().some(({ issue }) => issue)) return undefined;
    const of = ours().length;
    try {
      for (const [at, { id, content, question, token, hasArrived }] of ours().entries()) {
        if (hasArrived) continue;
        const report = (share: number) => {
          this.#progress = { file: at + 1, of, share };
          this.#onChange();
        };
        report(0);
        const set = (change: Partial<ChosenFile>) =>
          this.#change(this.#files.map((file) => (file.id === id ? { ...file, ...change } : file)));
        try {
          const arrived = await uploadAttachment(client, content, {
            consultation,
            question,
            token,
            onToken: async (each) => {
              set({ token: each });
              // The token must outlive the page before the proposal names it.
              await this.#store?.settled();
            },
            onProgress: (received, bytes) => report(received / bytes),
          });
          set({ token: arrived, hasArrived: true });
        } catch (error) {
          const issue = issueOf(error);
          if (!issue) throw error;
          set({ issue, token: undefined });
        }
      }
    } finally {
      this.#progress = undefined;
      this.#onChange();
    }
    if (ours().some(({ issue }) => issue)) return undefined;
    return namedFiles(ours());
  }

  async #prepared(file: File, { bytes }: AttachmentPolicy): Promise<ChosenFile | FileIssue> {
    const type = attachmentTypeOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    if (!type) return 'type';
    let content: Blob = file.slice(0, file.size, type);
    if (type !== 'application/pdf') {
      try {
        content = await this.#shrink(content);
      } catch {
        return 'unreadable';
      }
    }
    if (content.size > bytes) return 'too_large';
    return {
      id: createIdempotencyKey(),
      content,
      name: file.name,
      description: '',
      token: undefined,
      issue: undefined,
    };
  }

  #change(files: readonly ChosenFile[]): void {
    this.#files = files;
    void this.#store?.write(files);
    this.#onChange();
  }
}

function misfit(
  { content, issue }: ChosenFile,
  at: number,
  { count, bytes }: AttachmentPolicy,
): FileIssue | undefined {
  if (at >= count) return 'too_many';
  if (content.size > bytes) return 'too_large';
  return issue && lasting.has(issue) ? issue : undefined;
}

function issueOf(error: unknown): FileIssue | undefined {
  if (!isNafidaError(error)) return undefined;
  if (error.kind === 'input') return 'type';
  if (error.kind !== 'problem') return undefined;
  const isTooLarge = error.issues.some(({ path }) => path === 'bytes');
  return isTooLarge ? 'too_large' : issueOfProblem[error.code];
}
