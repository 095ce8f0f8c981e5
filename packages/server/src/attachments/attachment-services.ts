import type { Services } from '../operations/operation.js';
import type { AttachmentCleaner } from './attachment-cleaner.js';
import type { FileObjects } from './file-objects.js';
import type { UntakenLimits } from './untaken-room.js';

/** What operations on attachments work with. */
export interface AttachmentServices extends Services {
  readonly attachments: AttachmentCleaner;
  readonly untakenFiles: UntakenLimits;
  /** Where files are kept that are ready; null: in the database. */
  readonly objects: FileObjects | null;
}
