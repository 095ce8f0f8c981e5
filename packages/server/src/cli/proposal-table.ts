import { stringify } from 'csv-stringify/sync';
import { basename, resolve } from 'node:path';
import type { CommandInput } from '../administration/commands.js';
import { tableText } from '../administration/table-text.js';
import { inLanguages, languageOf, localizedOf, textOf } from './arguments.js';
import type { CommandLine } from './command-line.js';
import { pretty, readBytes } from './files.js';
import { flag, text } from './option-kinds.js';
import { auditLines, fileLines, keyLines, proposalLines } from './proposal-lines.js';

/** Commands about what citizens proposed. */
export const proposalTable: Readonly<Record<string, CommandLine>> = {
  'proposals list': {
    operands: ['SITE'],
    options: { state: text, json: flag },
    help: 'List what citizens sent, oldest first; those that say nearly the same stand together.',
    optionHelp: [
      '--state STATE         pending, published, refused, merged or withdrawn; pending unless told, "all" for all',
      '--json                with all fields, as JSON',
    ],
    perform: async (run, [site = ''], values) => {
      const state = textOf(values, 'state') ?? 'pending';
      const proposals = await run('proposals list', {
        site,
        ...(state !== 'all' && { state: state as 'pending' }),
      });
      return values.json ? pretty(proposals) : proposalLines(proposals);
    },
  },
  'proposals publish': {
    operands: ['SITE', 'REFERENCE'],
    options: {},
    help: 'Publish a proposal.',
    perform: async (run, [site = '', reference = '']) => {
      const proposal = await run('proposals publish', { site, reference });
      return `${proposal.reference} is public.`;
    },
  },
  'proposals refuse': {
    operands: ['SITE', 'REFERENCE'],
    options: { reason: text, words: text, language: text },
    help: 'Refuse a proposal. Its author reads why.',
    optionHelp: [
      '--reason REASON       off_topic, duplicate, personal_data, insulting, advertising, unlawful, unreadable',
      '--words TEXT          a sentence to the author',
      '--language CODE       language of the sentence, ar unless told',
    ],
    perform: async (run, [site = '', reference = ''], values) => {
      const words = textOf(values, 'words');
      const proposal = await run('proposals refuse', {
        site,
        reference,
        reason: textOf(values, 'reason') as CommandInput<'proposals refuse'>['reason'],
        ...(words !== undefined && { words }),
        language: languageOf(textOf(values, 'language') ?? 'ar'),
      });
      return `${proposal.reference} is refused.`;
    },
  },
  'proposals export': {
    operands: ['SITE'],
    options: {},
    help: 'Write all proposals as CSV to standard output. It holds personal data.',
    perform: async (run, [site = '']) => run('proposals export', { site }),
  },
  'proposals show': {
    operands: ['SITE', 'REFERENCE'],
    options: {},
    help: 'Show a proposal with its author, questions, replies and answer, as JSON.',
    perform: async (run, [site = '', reference = '']) =>
      pretty(await run('proposals show', { site, reference })),
  },
  'proposals files': {
    operands: ['SITE', 'REFERENCE'],
    options: { save: text },
    help: 'List photos and documents of a proposal, public or not, and save them. Open them as carefully as a letter from a stranger.',
    optionHelp: ['--save DIRECTORY      where to save them'],
    perform: async (run, [site = '', reference = ''], values) => {
      const save = textOf(values, 'save');
      const directory = save === undefined ? undefined : resolve(save);
      const files = await run('proposals files', {
        site,
        reference,
        ...(directory !== undefined && { directory }),
      });
      return fileLines(files, directory);
    },
  },
  'proposals ask': {
    operands: ['SITE', 'REFERENCE'],
    options: { text, language: text },
    help: 'Ask the author something. They reply with their tracking code; who left an address is told.',
    optionHelp: [
      '--text TEXT           the question',
      '--language CODE       language of the question, ar unless told',
    ],
    perform: async (run, [site = '', reference = ''], values) => {
      await run('proposals ask', {
        site,
        reference,
        text: textOf(values, 'text') ?? '',
        language: languageOf(textOf(values, 'language') ?? 'ar'),
      });
      return `The author of ${reference} is asked.`;
    },
  },
  'proposals merge': {
    operands: ['SITE', 'REFERENCE', 'OTHER'],
    options: {},
    help: 'Let another proposal of the same consultation stand for this one too.',
    perform: async (run, [site = '', reference = '', into = '']) => {
      await run('proposals merge', { site, reference, into });
      return `${into} stands for ${reference} too.`;
    },
  },
  'proposals answer': {
    operands: ['SITE', 'REFERENCE'],
    options: { status: text, ...inLanguages('text') },
    help: 'Answer a public proposal officially, or say that it is implemented.',
    optionHelp: [
      '--status STATUS       evaluating, accepted, rejected, implemented, or not_answered to take it back',
      '--text-ar TEXT --text-fr TEXT …   the answer; left out, the one before stays',
    ],
    perform: async (run, [site = '', reference = ''], values) => {
      const answer = localizedOf(values, 'text');
      const { status } = await run('proposals answer', {
        site,
        reference,
        status: textOf(values, 'status') as CommandInput<'proposals answer'>['status'],
        ...(answer && { text: answer }),
      });
      return `${reference}: ${status}`;
    },
  },
  'proposals import': {
    operands: ['SITE', 'FILE.csv'],
    options: {},
    help: 'Bring in proposals collected on paper: all of the table or nothing. Prints the codes for their authors, as CSV.',
    perform: async (run, [site = '', file = '']) => {
      const table = tableText(basename(file), await readBytes(file));
      const imported = await run('proposals import', { site, table });
      const isNew = imported.filter((each) => each.isNew).length;
      process.stderr.write(`${isNew} brought in, ${imported.length - isNew} were there before\n`);
      const lines = imported.map(({ key, reference, trackingCode }) => [
        key,
        reference,
        trackingCode,
      ]);
      return stringify([['key', 'reference', 'tracking_code'], ...lines], {
        escape_formulas: true,
      });
    },
  },
  'receipt-key list': {
    operands: ['SITE'],
    options: {},
    help: 'List the public keys that receipts of a site are checked with.',
    perform: async (run, [site = '']) => keyLines(await run('receipt-key list', { site })),
  },
  'receipt-key rotate': {
    operands: ['SITE'],
    options: {},
    help: 'Sign receipts with another key from now on. Older receipts can still be checked.',
    perform: async (run, [site = '']) => keyLines(await run('receipt-key rotate', { site })),
  },
  'audit list': {
    operands: ['SITE'],
    options: { proposal: text, json: flag },
    help: 'Show who did what with which proposal, oldest first. The record is only ever added to.',
    optionHelp: ['--proposal REFERENCE  of one proposal only', '--json                as JSON'],
    perform: async (run, [site = ''], values) => {
      const proposal = textOf(values, 'proposal');
      const entries = await run('audit list', { site, ...(proposal && { proposal }) });
      return values.json ? pretty(entries) : auditLines(entries);
    },
  },
};
