import type { AttachmentType } from '@nafida/contract';

const endings: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The name of a saved file, from its proposal and its position there: its name on the device is unknown. */
export function fileNameOf(
  reference: string,
  position: number | null,
  type: AttachmentType,
): string {
  return `${reference}-${(position ?? 0) + 1}.${endings[type]}`;
}
