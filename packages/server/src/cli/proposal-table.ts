import { csvTable, locales, moderationStates, refusalReasons } from '@nafida/contract';
import { answerStatuses } from '@nafida/contract/staff.js';
import { basename, resolve } from 'node:path';
import type { CommandInput } from '../administration/commands.js';
import { tableText } from '../administration/table-text.js';
import { languageOf, localizedOf, separatorOf, textOf } from './arguments.js';
import type { DataCommand } from './command-line.js';
import { pretty, readBytes } from './files.js';
import { choice, flag, inLanguages, needed, separator, text } from './option-kinds.js';
import { auditLines, fileLines, keyLines, proposalLines } from './proposal-lines.js';

/** Commands about what citizens proposed. */
export const proposalTable: Readonly<Record<string, DataCommand>> = {
  'proposals list': {
    operands: ['SITE'],
    options: {
      state: choice('STATE', [...moderationStates, 'all'], 'default: pending'),
      json: flag('with all fields, as JSON'),
    },
    help: 'List what citizens sent, oldest first; those that say nearly the same stand together.',
    perform: async (run, [site = ''], values) => {
      const state = textOf(values, 'state') ?? 'pending';
      const proposals = await run('proposals list', {
        site,
        ...(state !== 'all' && { state: state as 'pending' }),
      });
      if (values.json) return pretty(proposals);
      return proposalLines(proposals, await run('consultation list', { site }));
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
    options: {
      reason: needed(choice('REASON', refusalReasons), 'off_topic'),
      words: text('TEXT', 'a sentence to the author'),
      language: choice('CODE', locales, 'language of the sentence; default: ar'),
    },
    help: 'Refuse a proposal. Its author reads why.',
    perform: async (run, [site = '', reference = ''], values) => {
      const words = textOf(values, 'words');
      const proposal = await run('proposals refuse', {
        site,
        reference,
        reason: textOf(values, 'reason') as CommandInput<'proposals refuse'>['reason'],
        ...(words !== undefined && { words }),
        language: languageOf(values),
      });
      return `${proposal.reference} is refused.`;
    },
  },
  'proposals export': {
    operands: ['SITE'],
    options: { separator },
    help: 'Write all proposals as CSV to standard output. It holds personal data.',
    perform: async (run, [site = ''], values) =>
      run('proposals export', { site, separator: separatorOf(values) }),
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
    options: { save: text('DIRECTORY', 'where to save them') },
    help: 'List photos and documents of a proposal, public or not, and save them. Open them as carefully as a letter from a stranger.',
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
    options: {
      text: needed(text('TEXT', 'the question'), '"De quel douar parlez-vous ?"'),
      language: choice('CODE', locales, 'language of the question; default: ar'),
    },
    help: 'Ask the author something. They reply with their tracking code; who left an address is told.',
    perform: async (run, [site = '', reference = ''], values) => {
      await run('proposals ask', {
        site,
        reference,
        text: textOf(values, 'text') ?? '',
        language: languageOf(values),
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
    options: {
      status: needed(
        choice('STATUS', answerStatuses, 'not_answered takes an answer back'),
        'evaluating',
      ),
      ...inLanguages('text', 'the answer, in all its languages: it replaces the one before'),
    },
    help:
      'Answer a public proposal officially, or say that it is implemented. An answer replaces the one before in every ' +
      'language, so that no translation says what no longer holds; without --text-… the one before stays.',
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
    options: { separator },
    help: 'Bring in proposals collected on paper: all of the table or nothing. Prints the codes for their authors, as CSV.',
    perform: async (run, [site = '', file = ''], values) => {
      const table = tableText(basename(file), await readBytes(file));
      const imported = await run('proposals import', { site, table });
      const isNew = imported.filter((each) => each.isNew).length;
      process.stderr.write(`${isNew} brought in, ${imported.length - isNew} were there before\n`);
      const lines = imported.map(({ key, reference, trackingCode }) => [
        key,
        reference,
        trackingCode,
      ]);
      return csvTable([['key', 'reference', 'tracking_code'], ...lines], separatorOf(values));
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
    options: { proposal: text('REFERENCE', 'of one proposal only'), json: flag('as JSON') },
    help: 'Show who did what with which proposal, oldest first. The record is only ever added to.',
    perform: async (run, [site = ''], values) => {
      const proposal = textOf(values, 'proposal');
      const entries = await run('audit list', { site, ...(proposal && { proposal }) });
      return values.json ? pretty(entries) : auditLines(entries);
    },
  },
  'audit verify': {
    operands: ['SITE'],
    options: { seal: text('SEAL', 'one that was noted before must still be in it') },
    help: 'Check that nobody changed the record. Note the seal that it prints: it tells later whether all was written anew.',
    perform: async (run, [site = ''], values) => {
      const seal = textOf(values, 'seal');
      const record = await run('audit verify', { site, ...(seal && { seal }) });
      return `${record.entries} entries, none changed. Seal: ${record.seal || 'none yet'}`;
    },
  },
};
