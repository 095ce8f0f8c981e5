import type { AttachmentType } from '@nafida/contract/limits.js';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal, type RefusalCode } from './refusal.js';

/** What the thread is given. */
export interface CleaningTask {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
}

/** What the thread answers. */
export type CleaningOutcome =
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refusal: RefusalCode };

const task = workerData as CleaningTask;
parentPort?.postMessage(await outcomeOf(task));

async function outcomeOf({ bytes, mediaType }: CleaningTask): Promise<CleaningOutcome> {
  try {
    const clean =
      mediaType === 'application/pdf'
        ? await (await import('./clean-pdf.js')).cleanPdf(bytes)
        : await (await import('./clean-image.js')).cleanImage(bytes, mediaType);
    return { bytes: new Uint8Array(clean) };
  } catch (error) {
    // Codecs throw strings, numbers and errors of many kinds: whatever it was, the file was not to be read.
    return { refusal: error instanceof Refusal ? error.code : 'attachment_unreadable' };
  }
}
