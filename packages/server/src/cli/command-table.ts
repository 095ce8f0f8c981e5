import { basename, resolve } from 'node:path';
import { secretIn, type BackupReport } from '../administration/backup.js';
import { CommandError } from '../administration/command-error.js';
import type { CommandInput } from '../administration/commands.js';
import { listOf, sessionsOfFile } from '../administration/session-file.js';
import { putSecret, secretOf } from '../control/secret-file.js';
import { agendaTable } from './agenda-table.js';
import { languageOf, localizedOf, territoryOf, textOf, textsOf, type Values } from './arguments.js';
import type { CommandLine } from './command-line.js';
import { jsonFile, pretty, readBytes } from './files.js';
import { flag, text, texts } from './option-kinds.js';
import { proposalTable } from './proposal-table.js';

const siteOptions = {
  'name-ar': text,
  'name-fr': text,
  'name-zgh': text,
  'name-en': text,
  territory: text,
  origin: texts,
  language: texts,
};

const siteOptionHelp = [
  '--name-ar TEXT --name-fr TEXT --name-zgh TEXT --name-en TEXT   its name, in at least one language',
  '--territory CODE      HCP code of the region, province or commune, for example 02.113',
  '--origin URL          a website whose pages may send, for example https://www.berkane.ma (repeatable)',
  '--language CODE       language of its pages: ar, fr, zgh, en (repeatable)',
];

function siteFields(values: Values): Omit<CommandInput<'site set'>, 'site'> {
  const name = localizedOf(values, 'name');
  const territory = textOf(values, 'territory');
  const origins = textsOf(values, 'origin');
  const languages = textsOf(values, 'language');
  return {
    ...(name && { name }),
    ...(territory && { territory: territoryOf(territory) }),
    ...(origins && { origins }),
    ...(languages && { locales: languages.map(languageOf) }),
  };
}

/** Every command by its words. */
export const commandTable: Readonly<Record<string, CommandLine>> = {
  'site create': {
    operands: ['ID'],
    options: { ...siteOptions, demonstration: flag },
    help: 'Create a site: a region, province or commune with its own pages and data.',
    optionHelp: [
      ...siteOptionHelp,
      '--demonstration       everything on it is marked as an example',
    ],
    perform: async (run, [id = ''], values) => {
      const { name, territory, ...rest } = siteFields(values);
      if (!name || !territory) {
        throw new CommandError(
          'Give --territory and a name, for example --name-fr "Province de Berkane".',
        );
      }
      const demonstration = values.demonstration === true;
      await run('site create', { id, name, territory, ...rest, demonstration });
      return `Site ${id} is there. Next: site privacy ${id} FILE.json`;
    },
  },
  'site set': {
    operands: ['ID'],
    options: siteOptions,
    help: 'Change a site. What is not named stays; --origin and --language replace the whole list.',
    optionHelp: siteOptionHelp,
    perform: async (run, [site = ''], values) =>
      pretty(await run('site set', { site, ...siteFields(values) })),
  },
  'site list': {
    operands: [],
    options: {},
    help: 'List the sites.',
    perform: async (run) => (await run('site list', {})).join('\n'),
  },
  'site show': {
    operands: ['ID'],
    options: {},
    help: 'Show a site with its origins and privacy notice.',
    perform: async (run, [site = '']) => pretty(await run('site show', { site })),
  },
  'site privacy': {
    operands: ['ID', 'FILE.json'],
    options: {},
    help: 'Put the privacy notice (law 09-08) in force. Without one nobody can send anything.',
    perform: async (run, [site = '', file = '']) => {
      const privacy = (await jsonFile(file)) as CommandInput<'site privacy'>['privacy'];
      const { hash } = await run('site privacy', { site, privacy });
      return `The notice is in force. Its hash: ${hash}`;
    },
  },
  'site holidays': {
    operands: ['ID', 'FILE.json'],
    options: {},
    help: 'Announce the days off that depend on the moon. The list replaces the one before.',
    perform: async (run, [site = '', file = '']) => {
      const holidays = listOf('holidays', await jsonFile(file));
      const { announced } = await run('site holidays', {
        site,
        holidays: holidays as CommandInput<'site holidays'>['holidays'],
      });
      return `Announced: ${announced}`;
    },
  },
  'consultation import': {
    operands: ['SITE', 'FILE.json'],
    options: {},
    help: 'Create consultations, or bring them up to date.',
    perform: async (run, [site = '', file = '']) => {
      const value = await jsonFile(file);
      const consultations = isOne(value) ? [value] : listOf('consultations', value);
      const { imported } = await run('consultation import', {
        site,
        consultations: consultations as CommandInput<'consultation import'>['consultations'],
      });
      return `Up to date: ${imported.join(', ')}`;
    },
  },
  'sessions import': {
    operands: ['SITE', 'FILE.csv|.ics|.json'],
    options: { language: text },
    help: 'Create sessions, or bring them up to date by their ids.',
    optionHelp: ['--language CODE       language of an .ics file, ar unless told'],
    perform: async (run, [site = '', file = ''], values) => {
      const language = languageOf(textOf(values, 'language') ?? 'ar');
      const sessions = sessionsOfFile(basename(file), await readBytes(file), language);
      const { created, updated, unchanged } = await run('sessions import', { site, sessions });
      return `${created} created, ${updated} updated, ${unchanged} unchanged`;
    },
  },
  'staff-token create': {
    operands: ['SITE'],
    options: { label: text },
    help: 'Make a token for staff programs. It is shown once.',
    optionHelp: ['--label TEXT          who it is for, shown in lists and on record for decisions'],
    perform: async (run, [site = ''], values) => {
      const label = textOf(values, 'label');
      const { token, id } = await run('staff-token create', { site, ...(label && { label }) });
      // The token alone on standard output, so that a script can keep it.
      process.stderr.write(`Keep this token safe, it is not shown again. To revoke it: ${id}\n`);
      return token;
    },
  },
  'staff-token list': {
    operands: ['SITE'],
    options: {},
    help: 'List the staff tokens: when each was made and for whom.',
    perform: async (run, [site = '']) =>
      (await run('staff-token list', { site }))
        .map(({ id, label, createdAt }) => `${id}  ${createdAt}  ${label}`)
        .join('\n'),
  },
  'staff-token revoke': {
    operands: ['SITE', 'TOKEN-ID'],
    options: {},
    help: 'Make a staff token worthless at once.',
    perform: async (run, [site = '', token = '']) => {
      await run('staff-token revoke', { site, token });
      return `${token} is revoked.`;
    },
  },
  ...proposalTable,
  'registrations export': {
    operands: ['SITE', 'SESSION'],
    options: {},
    help: 'Write the registrations of a session as CSV to standard output. It holds personal data.',
    perform: async (run, [site = '', session = '']) =>
      run('registrations export', { site, session }),
  },
  ...agendaTable,
  backup: {
    operands: ['FILE'],
    options: {},
    help: 'Write everything that is stored to a file, to restore elsewhere. It holds personal data and the secret.',
    perform: async (run, [file = ''], _values, place) => {
      const secret = 'data' in place ? await secretOf(place.data) : null;
      return reportLine(await run('backup', { file: resolve(file), secret }));
    },
  },
  restore: {
    operands: ['FILE'],
    options: {},
    help: 'Bring a backup back onto a machine that holds nothing yet. The content hash must be that of the backup.',
    prepare: async ([file = ''], place) => {
      if (!('data' in place)) return;
      const secret = await secretIn(resolve(file));
      if (secret !== null) await putSecret(place.data, secret);
    },
    perform: async (run, [file = '']) => reportLine(await run('restore', { file: resolve(file) })),
  },
  'retention run': {
    operands: [],
    options: {},
    help: 'Remove what is no longer needed. A running server does so every day.',
    perform: async (run) => {
      const report = await run('retention run', {});
      return (
        `Contact data of ${report.proposals} proposals and ${report.registrations} registrations, ` +
        `${report.attachments} files, ${report.messages} messages, ${report.idempotencyKeys} keys and ${report.proofs} spent proofs were removed.`
      );
    },
  },
};

function isOne(value: unknown): boolean {
  return value !== null && typeof value === 'object' && 'axes' in value;
}

function reportLine({ rows, contentHash }: BackupReport): string {
  return `${rows} rows\nContent hash: ${contentHash}`;
}
