import { locales, territoryLevels, type Locale, type TerritoryLevel } from '@nafida/contract';
import { basename } from 'node:path';
import type { CommandInput } from '../administration/commands.js';
import { listOf, sessionsOfFile } from '../administration/session-file.js';
import { CommandError } from '../command-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import { agendaTable } from './agenda-table.js';
import {
  languageOf,
  localizedChangesOf,
  localizedOf,
  separatorOf,
  textOf,
  textsOf,
} from './arguments.js';
import { backupTable } from './backup-table.js';
import type { CommandLine } from './command-line.js';
import { jsonFile, pretty, readBytes } from './files.js';
import { consultationLines, inFrench } from './lists.js';
import { choice, choices, flag, inLanguages, separator, text, texts } from './option-kinds.js';
import { proposalTable } from './proposal-table.js';
import { nameOfTerritory, placeLines, placesNear, territoryOf } from './territories.js';

const name = inLanguages('name', 'its name, in at least one language');
const territory = text(
  'CODE|NAME',
  'region, province or commune by its HCP code or its name, such as 02.113 or "Province de Berkane"',
);
const originHelp = 'a website whose pages may send, such as https://www.berkane.ma';
const languageHelp = 'language of its pages';

/** Every command by its name, except `start`. */
export const commandTable: Readonly<Record<string, CommandLine>> = {
  'site create': {
    operands: ['ID'],
    options: {
      ...name,
      territory,
      origin: texts('URL', originHelp),
      language: choices('CODE', locales, `${languageHelp}; default: ar and fr`),
      demonstration: flag('everything on it is marked as an example'),
    },
    help: 'Create a site: a region, province or commune with its own pages and data.',
    perform: async (run, [id = ''], values) => {
      const called = localizedOf(values, 'name');
      const place = textOf(values, 'territory');
      if (!called || place === undefined) {
        throw new CommandError(
          'Give --territory and a name, for example --territory 02.113 --name-fr "Province de Berkane".',
        );
      }
      const origins = textsOf(values, 'origin');
      const languages = textsOf(values, 'language') as Locale[] | undefined;
      const site = await run('site create', {
        id,
        name: called,
        territory: territoryOf(place),
        ...(origins && { origins }),
        ...(languages && { locales: languages }),
        demonstration: values.demonstration === true,
      });
      return [
        `Site ${id} is there, for ${placeOfSite(site)}.`,
        site.origins.length > 0
          ? `Pages of ${site.origins.join(', ')} may send.`
          : `No website may send yet: site set ${id} --add-origin https://…`,
        `Next: site privacy ${id} FILE.json`,
      ].join('\n');
    },
  },
  'site set': {
    operands: ['ID'],
    options: {
      ...inLanguages('name', 'its name in one language; the others stay, "" takes one away'),
      territory,
      'add-origin': texts('URL', originHelp),
      'remove-origin': texts('URL', 'one that may not send any more'),
      origin: texts('URL', 'the same as --add-origin: what is listed stays'),
      'add-language': choices('CODE', locales, languageHelp),
      'remove-language': choices('CODE', locales, 'one that it has not any more'),
      language: choices('CODE', locales, 'the same as --add-language'),
    },
    help: 'Change a site. What is not named stays, in lists and texts too. Says what changed.',
    perform: async (run, [site = ''], values) => {
      const called = localizedChangesOf(values, 'name');
      const place = textOf(values, 'territory');
      const listed = (...names: string[]) => names.flatMap((each) => textsOf(values, each) ?? []);
      const changes = {
        ...(called && { name: called }),
        ...(place !== undefined && { territory: territoryOf(place) }),
        addOrigins: listed('add-origin', 'origin'),
        removeOrigins: listed('remove-origin'),
        addLocales: listed('add-language', 'language') as Locale[],
        removeLocales: listed('remove-language') as Locale[],
      };
      if (Object.values(changes).every((change) => Array.isArray(change) && change.length === 0)) {
        throw new CommandError(
          `Nothing to change was named. For example: site set ${site} --add-origin https://www.berkane.ma`,
        );
      }
      const before = await run('site show', { site });
      return siteChanges(before, await run('site set', { site, ...changes }));
    },
  },
  'site list': {
    operands: [],
    options: { json: flag('ids alone, as JSON') },
    help: 'List the sites with their names and territories.',
    perform: async (run, _operands, values) => {
      const ids = await run('site list', {});
      if (values.json) return pretty(ids);
      const sites = await Promise.all(ids.map((site) => run('site show', { site })));
      const lines = sites.map((site) =>
        [site.id, inFrench(site.name), placeOfSite(site)].join('  '),
      );
      return lines.join('\n') || 'No sites yet: site create ID --territory NAME --name-fr TEXT';
    },
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
  'consultation list': {
    operands: ['SITE'],
    options: { json: flag('with all fields, as JSON') },
    help: 'List the consultations with their axes, and until when they are open.',
    perform: async (run, [site = ''], values) => {
      const consultations = await run('consultation list', { site });
      if (values.json) return pretty(consultations);
      return (
        consultationLines(consultations) ||
        `No consultations yet: consultation import ${site} FILE.json`
      );
    },
  },
  'consultation show': {
    operands: ['SITE', 'CONSULTATION'],
    options: {},
    help: 'Show a consultation with all its fields, as JSON.',
    perform: async (run, [site = '', consultation = '']) =>
      pretty(await run('consultation show', { site, consultation })),
  },
  'sessions import': {
    operands: ['SITE', 'FILE.csv|.ics|.json'],
    options: { language: choice('CODE', locales, 'language of an .ics file; default: ar') },
    help: 'Create sessions, or bring them up to date by their ids.',
    perform: async (run, [site = '', file = ''], values) => {
      const language = languageOf(values);
      const { sessions, remarks } = await sessionsOfFile(
        basename(file),
        await readBytes(file),
        language,
      );
      const { created, updated, unchanged } = await run('sessions import', { site, sessions });
      return [`${created} created, ${updated} updated, ${unchanged} unchanged`, ...remarks].join(
        '\n',
      );
    },
  },
  'staff-token create': {
    operands: ['SITE'],
    options: { label: text('TEXT', 'who it is for, shown in lists and on record for decisions') },
    help: 'Make a token for staff programs. It is shown once.',
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
        .join('\n') || `No staff tokens yet: staff-token create ${site} --label TEXT`,
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
    options: { separator },
    help: 'Write the registrations of a session as CSV to standard output. It holds personal data.',
    perform: async (run, [site = '', session = ''], values) =>
      run('registrations export', { site, session, separator: separatorOf(values) }),
  },
  ...agendaTable,
  ...backupTable,
  'territory search': {
    operands: ['NAME'],
    options: {
      within: text('CODE|NAME', 'only places inside this one'),
      level: choice('LEVEL', territoryLevels, 'default: all'),
    },
    help: 'Find HCP codes of regions, provinces and communes by name, in any spelling and script.',
    answer: async ([name = ''], values) => {
      const within = textOf(values, 'within');
      const level = textOf(values, 'level');
      const found = placesNear(name, {
        ...(within !== undefined && { within: territoryOf(within).code }),
        ...(level !== undefined && { levels: [level as TerritoryLevel] }),
      });
      if (found.length === 0) throw new CommandError(`No place is called anything like "${name}".`);
      return placeLines(found.slice(0, 50));
    },
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

/** The differences, one per line. */
function siteChanges(before: SiteRecord, after: SiteRecord): string {
  const list = (title: string, had: readonly string[], has: readonly string[]) => {
    const lines = [
      ...has.filter((each) => !had.includes(each)).map((each) => `  + ${each}`),
      ...had.filter((each) => !has.includes(each)).map((each) => `  - ${each}`),
    ];
    return lines.length === 0 ? [] : [`${title} (${has.join(', ') || 'none'}):`, ...lines];
  };
  const names = ({ name: texts }: SiteRecord) =>
    Object.entries(texts).map(([locale, called]) => `${locale}: ${called}`);
  const lines = [
    ...list('Name', names(before), names(after)),
    ...list('Territory', [placeOfSite(before)], [placeOfSite(after)]),
    ...list('Websites that may send', before.origins, after.origins),
    ...list('Languages', before.locales, after.locales),
  ];
  return lines.join('\n') || `${after.id} was so already: nothing changed.`;
}

function placeOfSite({ territory: { code } }: SiteRecord): string {
  return `${nameOfTerritory({ code })} (${code})`;
}

function isOne(value: unknown): boolean {
  return value !== null && typeof value === 'object' && 'axes' in value;
}
