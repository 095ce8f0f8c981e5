/** The end of the name of an encrypted backup. */
const encryptedSuffix = '.age';

/** The end of the name of a directory that is used while a backup is made. */
export const unfinishedSuffix = '.unfinished';

/** `nafida-2026-11-30T02-13-05Z.backup`: sorted by name, backups are in the order in which they were made. */
export function backupName(madeAt: Date, isEncrypted: boolean): string {
  const instant = madeAt.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  return `nafida-${instant}.backup${isEncrypted ? encryptedSuffix : ''}`;
}

/** When a backup was made, by its name; undefined for any other file. */
export function backupMadeAt(name: string): Date | undefined {
  const { madeAt, rest } = parts(name);
  return rest === '' || rest === encryptedSuffix ? madeAt : undefined;
}

/** When that was begun which a process left behind that was killed; undefined for any other file. */
export function leftBehindAt(name: string): Date | undefined {
  const { madeAt, rest } = parts(name);
  return /\.(?:part|untried|unfinished)$/.test(rest) ? madeAt : undefined;
}

function parts(name: string): { madeAt: Date | undefined; rest: string } {
  const [, date, hour, minute, second, rest = ''] =
    /^nafida-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup(.*)$/.exec(name) ?? [];
  const madeAt = new Date(`${date}T${hour}:${minute}:${second}Z`);
  return { madeAt: Number.isNaN(madeAt.getTime()) ? undefined : madeAt, rest };
}
