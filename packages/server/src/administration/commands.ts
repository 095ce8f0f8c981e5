import { validate, type FieldIssue } from '@nafida/contract';
import { loadCommunes } from '@nafida/territory';
import type * as z from 'zod/mini';
import type { FileObjects } from '../attachments/file-objects.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { ProblemError } from '../participation/problem-error.js';
import { runRetention } from '../retention.js';
import * as agenda from './agenda-commands.js';
import { listFiles } from './attachment-commands.js';
import { restoreBackup } from './backup.js';
import { backUp, listBackups } from './backup-commands.js';
import { CommandError, issueLines, type Checked } from './command-error.js';
import {
  importConsultations,
  listConsultations,
  showConsultation,
} from './consultation-commands.js';
import { exportProposals, exportRegistrations } from './exports.js';
import * as inputs from './inputs.js';
import * as messages from './message-commands.js';
import { moveTo } from './move.js';
import * as proposals from './proposal-commands.js';
import { importProposals } from './proposal-import.js';
import * as receiptKeys from './receipt-key-commands.js';
import { importSessions } from './session-import.js';
import * as sites from './site-commands.js';

interface Command<Schema extends z.ZodMiniType, Output> {
  readonly schema: Schema;
  /** `keyring` is null where the secret of the server is not known, `objects` where it has no object storage. */
  readonly run: (
    database: Database,
    input: z.output<Schema>,
    keyring: Keyring | null,
    objects: FileObjects | null,
  ) => Promise<Output>;
}

function command<Schema extends z.ZodMiniType, Output>(
  schema: Schema,
  run: Command<Schema, Output>['run'],
): Command<Schema, Output> {
  return { schema, run };
}

/** Everything that can be administered, by the words of the command line. */
const commands = {
  'site create': command(inputs.siteCreateSchema, sites.createSite),
  'site set': command(inputs.siteSetSchema, sites.setSite),
  'site list': command(inputs.nothingSchema, sites.listSites),
  'site show': command(inputs.siteOnlySchema, sites.showSite),
  'site privacy': command(inputs.sitePrivacySchema, sites.setPrivacy),
  'site holidays': command(inputs.siteHolidaysSchema, sites.setHolidays),
  'consultation import': command(inputs.consultationImportSchema, importConsultations),
  'consultation list': command(inputs.siteOnlySchema, listConsultations),
  'consultation show': command(inputs.consultationOnlySchema, showConsultation),
  'sessions list': command(inputs.sessionsListSchema, agenda.listSessions),
  'sessions show': command(inputs.sessionOnlySchema, agenda.showSession),
  'sessions import': command(inputs.sessionsImportSchema, importSessions),
  'sessions create': command(inputs.sessionCreateSchema, agenda.createSession),
  'sessions edit': command(inputs.sessionEditSchema, agenda.editSession),
  'sessions cancel': command(inputs.sessionCancelSchema, agenda.cancelSession),
  'sessions postpone': command(inputs.sessionPostponeSchema, agenda.postponeSession),
  'sessions close': command(inputs.sessionCloseSchema, agenda.closeSession),
  'sessions capacity': command(inputs.sessionCapacitySchema, agenda.changeCapacity),
  'staff-token create': command(inputs.staffTokenCreateSchema, sites.createStaffToken),
  'staff-token list': command(inputs.siteOnlySchema, sites.listStaffTokens),
  'staff-token revoke': command(inputs.staffTokenRevokeSchema, sites.revokeStaffToken),
  'proposals list': command(inputs.proposalsListSchema, proposals.listProposals),
  'proposals show': command(inputs.proposalSchema, proposals.showProposal),
  'proposals files': command(inputs.proposalFilesSchema, listFiles),
  'proposals publish': command(inputs.proposalSchema, proposals.publishProposal),
  'proposals refuse': command(inputs.proposalRefuseSchema, proposals.refuseProposal),
  'proposals ask': command(inputs.proposalAskSchema, proposals.askAuthor),
  'proposals merge': command(inputs.proposalMergeSchema, proposals.mergeProposal),
  'proposals answer': command(inputs.proposalAnswerSchema, proposals.answerProposal),
  'proposals export': command(inputs.proposalsExportSchema, exportProposals),
  'proposals import': command(inputs.proposalsImportSchema, importProposals),
  'receipt-key list': command(inputs.siteOnlySchema, receiptKeys.listReceiptKeys),
  'receipt-key rotate': command(inputs.siteOnlySchema, receiptKeys.rotateReceiptKey),
  'audit list': command(inputs.auditListSchema, proposals.listAudit),
  'audit verify': command(inputs.auditVerifySchema, proposals.verifyAudit),
  'registrations list': command(inputs.sessionOnlySchema, agenda.listRegistrations),
  'registrations check-in': command(inputs.checkInSchema, agenda.checkIn),
  'registrations export': command(inputs.registrationsExportSchema, exportRegistrations),
  'messages list': command(inputs.messagesListSchema, messages.listMessages),
  'messages show': command(inputs.messageSchema, messages.showMessage),
  'messages called': command(inputs.messageSchema, messages.noteCall),
  backup: command(inputs.backupSchema, backUp),
  backups: command(inputs.nothingSchema, listBackups),
  restore: command(inputs.restoreSchema, restoreBackup),
  move: command(inputs.moveSchema, moveTo),
  'retention run': command(inputs.nothingSchema, async (database, _input, _keyring, objects) => {
    const report = await runRetention(database);
    await objects?.sweep();
    return report;
  }),
};

/** Name of a command. */
export type CommandName = keyof typeof commands;

/** What a command takes. */
export type CommandInput<Name extends CommandName> = z.input<(typeof commands)[Name]['schema']>;

/** What a command answers: plain JSON; exports answer CSV text. */
export type CommandOutput<Name extends CommandName> = Awaited<
  ReturnType<(typeof commands)[Name]['run']>
>;

/** Carries out commands, wherever the database is. Rejects with a `CommandError` that says what to do. */
export type RunCommand = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name>>;

/** Runs commands on this database in this process. `keyring` and `objects` are those of its server; some need them. */
export function commandsOn(
  database: Database,
  keyring: Keyring | null = null,
  objects: FileObjects | null = null,
): RunCommand {
  return async (name, input) => {
    if (!Object.hasOwn(commands, name)) {
      throw new CommandError(`This server knows no command "${name}".`);
    }
    const { schema, run } = commands[name] as unknown as Command<z.ZodMiniType, never>;
    const checked = validate(schema, input);
    if (!checked.ok) {
      throw new CommandError(faultsIn({ schema, value: input }, checked.issues).join('\n'));
    }
    await loadCommunes();
    try {
      return await run(database, checked.value, keyring, objects);
    } catch (error) {
      throw error instanceof ProblemError ? inWords(name, error, { schema, value: input }) : error;
    }
  };
}

/** What is wrong with an input; where it comes from a file, with the line or the session that it is about. */
function faultsIn(checked: Checked, issues: readonly FieldIssue[]): string[] {
  const { proposals, sessions } = checked.value as {
    proposals?: readonly { line?: number }[];
    sessions?: readonly { id?: unknown }[];
  };
  return issues.flatMap((issue) => {
    const lines = issueLines([issue], checked);
    const [list, at = '', ...path] = issue.path.split('.');
    const renamed = (name: string) =>
      lines.map((line) => line.replace(issue.path, () => name || 'the value'));
    const session = list === 'sessions' && sessions?.[Number(at)]?.id;
    if (typeof session === 'string') {
      return renamed(path.join('.')).map((fault) => `The session "${session}": ${fault}`);
    }
    const line = list === 'proposals' && proposals?.[Number(at)]?.line;
    if (!line) return lines;
    const column = path.join('.').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return renamed(column).map((fault) => `Line ${line}: ${fault}`);
  });
}

const sentences: Readonly<Record<string, string>> = {
  already_moderated: 'This proposal was published, refused, merged or withdrawn before.',
  not_published: 'Only a proposal that is public can be answered: publish it first.',
  question_open: 'The author has not replied to the question before: one at a time.',
  session_exists: 'There is a session with this id already: change it with "sessions edit".',
  session_over: 'The session was held: it can be neither cancelled nor postponed any more.',
};

/** What only the data can tell, by command, field and code. */
const rules: Readonly<Record<string, string>> = {
  'proposals answer text required':
    'text is missing: accepted, rejected and implemented need words, --text-ar or --text-fr.',
  'proposals answer text unknown_field':
    'not_answered takes the answer back: give no --text-… with it.',
  'proposals merge into invalid_choice':
    'OTHER must be another proposal of the same consultation that waits or is public: see "proposals list SITE --state all".',
  'sessions capacity capacity invalid_choice':
    'This session takes no registrations, so it has no seats. "sessions edit" with {"registration": {"capacity": 50}} makes some.',
  'sessions edit parent invalid_choice':
    'parent must be the id of an event that is no part itself, as "sessions list SITE" shows it.',
  'sessions create parent invalid_choice':
    'parent must be the id of an event that is no part itself, as "sessions list SITE" shows it.',
};

function inWords(name: CommandName, { problem }: ProblemError, checked: Checked): CommandError {
  const { code, errors = [], title } = problem;
  if (code === 'not_found') return new CommandError(missing(name));
  const words = sentences[code];
  if (words) return new CommandError(words);
  if (code === 'capacity_below_confirmed') {
    return new CommandError(
      `${errors[0]?.minimum} places are confirmed. --move-to-waiting-list sends those who were confirmed last back.`,
    );
  }
  const lines = errors.map(
    (issue) =>
      rules[`${name} ${issue.path} ${issue.code}`] ?? issueLines([issue], checked).join('\n'),
  );
  return new CommandError(lines.join('\n') || title);
}

function missing(name: CommandName): string {
  if (name === 'registrations check-in') return 'No registration of this session has this code.';
  const isAboutSession = name.startsWith('sessions ') || name.startsWith('registrations ');
  return isAboutSession ? 'The site has no such session.' : 'No proposal has this reference.';
}
