import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BackupReport } from '../backups/backup-content.js';
import { isFileEncrypted } from '../backups/backup-file.js';
import { backupMadeAt } from '../backups/backup-name.js';
import type { BackupState, KeptBackup } from '../backups/backup-state.js';
import { secretIn } from '../backups/backup.js';
import { newKeyPair } from '../backups/encryption.js';
import { CommandError } from '../command-error.js';
import { clearData, holdsData } from '../control/data-directory.js';
import { putSecret, secretOf } from '../control/secret-file.js';
import { syncDirectory } from '../durable-files.js';
import { textOf, type Values } from './arguments.js';
import { askForKey } from './ask-for-key.js';
import type { CommandLine } from './command-line.js';
import { readBytes } from './files.js';
import { needed, text } from './option-kinds.js';

/** Commands about backups. */
export const backupTable: Readonly<Record<string, CommandLine>> = {
  backup: {
    operands: ['FILE'],
    options: {},
    help: 'Write everything that is stored to a file, to restore elsewhere. It holds personal data and the secret.',
    perform: async (run, [file = ''], _values, place) => {
      const secret = 'data' in place ? await secretOf(place.data) : null;
      return reportLine(await run('backup', { file: resolve(file), secret }));
    },
  },
  backups: {
    operands: [],
    options: {},
    help: 'List the backups that the server makes each night: when, how large, whether whole, where.',
    perform: async (run) => {
      const { state } = await run('backups', {});
      if (!state) return 'No server makes backups of these data by itself.';
      const lines = state.kept.map((backup) => lineOf(backup, state));
      return lines.join('\n') || `No backups in ${state.directory} yet: the first is made tonight.`;
    },
  },
  'backup-key': {
    operands: ['FILE'],
    options: {},
    help: 'Make a key for encrypted backups: the private half goes to FILE, the public half is printed, for $NAFIDA_BACKUP_KEY.',
    answer: async ([file = '']) => {
      const { publicKey, privateKey } = await newKeyPair();
      try {
        await writeFile(file, `${privateKey}\n`, { mode: 0o600, flag: 'wx', flush: true });
        syncDirectory(dirname(resolve(file)));
      } catch (error) {
        throw new CommandError(`${file}: ${(error as Error).message}`);
      }
      process.stderr.write(
        `Keep ${file} away from this machine, in two places: without it no encrypted backup can be restored.\n`,
      );
      return publicKey;
    },
  },
  restore: {
    operands: ['FILE'],
    options: {
      key: text('FILE', 'holds the private key or the passphrase, for a backup that is encrypted'),
    },
    help: 'Bring a backup back onto a machine that holds nothing yet. The content hash must be that of the backup.',
    prepare: async ([file = ''], values, place) => {
      if (!('data' in place)) return undefined;
      const isNew = !(await holdsData(place.data));
      const secret = await secretIn(resolve(file), await keyOf(file, values));
      if (secret !== null) await putSecret(place.data, secret);
      return isNew ? () => clearData(place.data) : undefined;
    },
    perform: async (run, [file = ''], values) => {
      const key = await keyOf(file, values);
      return reportLine(await run('restore', { file: resolve(file), ...(key && { key }) }));
    },
  },
  move: {
    operands: [],
    options: {
      to: needed(text('URL', 'of the PostgreSQL server'), 'postgresql://nafida@db/nafida'),
    },
    help: 'Copy everything to a PostgreSQL server that holds nothing yet. The data directory stays as it is.',
    isAlone: true,
    perform: async (run, _operands, values, place) => {
      if (!('data' in place)) {
        throw new CommandError('Name the data directory to move from: --data DIR.');
      }
      const to = textOf(values, 'to') ?? '';
      const report = await run('move', { to });
      const secret = (await secretOf(place.data))
        ? `what stands in ${resolve(place.data, 'secret')}`
        : 'the one that the server has now';
      return [
        reportLine(report),
        'Everything is there, with the same content hash. Start the server with',
        '  DATABASE_URL   the URL of --to',
        `  NAFIDA_SECRET  ${secret}`,
        '  and without --data or NAFIDA_DATA.',
        `Start none on ${place.data} any more: what it took would be missing there. Keep it until all is well.`,
      ].join('\n');
    },
  },
};

const keys = new Map<string, string>();

/** The key of a file, asked for once; undefined if it needs none. */
async function keyOf(file: string, values: Values): Promise<string | undefined> {
  const known = keys.get(file);
  if (known !== undefined) return known;
  const keyFile = textOf(values, 'key');
  const key =
    keyFile === undefined ? await askedKey(file) : keyIn(await readBytes(resolve(keyFile)));
  if (key !== undefined) keys.set(file, key);
  return key;
}

async function askedKey(file: string): Promise<string | undefined> {
  const isLocked = existsSync(file) && (await isFileEncrypted(file));
  if (!isLocked || !process.stdin.isTTY) return undefined;
  return askForKey(`Private key or passphrase of ${file}: `);
}

/** Files with keys have lines that explain them. */
function keyIn(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const key = lines.find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? lines[0] ?? '';
  return key.trim();
}

function lineOf({ name, bytes, contentHash, isStored }: KeptBackup, state: BackupState): string {
  const madeAt = backupMadeAt(name)?.toISOString().slice(0, 16).replace('T', ' ');
  const path = join(state.directory, name);
  return [
    `${madeAt} UTC`,
    `${(bytes / 1_000_000).toFixed(1)} MB`,
    contentHash === null ? 'not tried here' : 'tried',
    path,
    ...(isStored ? [`${state.storage}/${name}`] : []),
  ].join('  ');
}

function reportLine({ rows, contentHash, filesElsewhere }: BackupReport): string {
  const elsewhere =
    filesElsewhere > 0 &&
    `${filesElsewhere} photos and documents are in the object storage and not in the backup: keep copies of it, too.`;
  return [`${rows} rows`, `Content hash: ${contentHash}`, elsewhere].filter(Boolean).join('\n');
}
