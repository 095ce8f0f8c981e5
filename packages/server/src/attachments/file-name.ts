import type { AttachmentType } from '@nafida/contract';

const endings: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** What a file is called when it is saved, by the proposal and its place there: its name on the device is not known. */
export function fileNameOf(
  reference: string,
  position: number | null,
  type: AttachmentType,
): string {
  return `${reference}-${(position ?? 0) + 1}.${endings[type]}`;
}
