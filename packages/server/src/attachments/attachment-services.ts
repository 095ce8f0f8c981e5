import type { Services } from '../operations/operation.js';
import type { AttachmentCleaner } from './attachment-cleaner.js';
import type { FileObjects } from './file-objects.js';
import type { UntakenLimits } from './untaken-room.js';

/** The services of operations on attachments. */
export interface AttachmentServices extends Services {
  readonly attachments: AttachmentCleaner;
  readonly untakenFiles: UntakenLimits;
  /** The object storage of ready files; null if they are in the database. */
  readonly objects: FileObjects | null;
}
