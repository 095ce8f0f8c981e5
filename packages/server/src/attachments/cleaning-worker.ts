import type { AttachmentType } from '@nafida/contract/limits.js';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileErrorCode } from '../database/tables.js';
import type { CleanFile } from './clean-file.js';
import { FileError } from './file-error.js';

/** The file to clean, and the most bytes of the result. */
export interface CleaningTask {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
  readonly mostBytes: number;
}

/** The result of cleaning a file. */
export type CleaningOutcome = CleanFile | { readonly error: FileErrorCode };

parentPort?.postMessage(await outcomeOf(workerData as CleaningTask));

async function outcomeOf(task: CleaningTask): Promise<CleaningOutcome> {
  const { bytes, mediaType, mostBytes } = task;
  try {
    if (mediaType !== 'application/pdf') {
      const { cleanImage } = await import('./clean-image.js');
      return await cleanImage(bytes, mediaType, mostBytes);
    }
    const { cleanPdf } = await import('./clean-pdf.js');
    const clean = await cleanPdf(bytes);
    if (clean.byteLength > mostBytes) throw new FileError('attachment_too_large');
    return { bytes: clean, mediaType };
  } catch (error) {
    // Codecs throw strings, numbers and errors of many kinds: whatever it was, the file was not to be read.
    return { error: error instanceof FileError ? error.code : 'attachment_unreadable' };
  }
}
