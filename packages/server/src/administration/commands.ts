import type * as z from 'zod/mini';
import type { FileObjects } from '../attachments/file-objects.js';
import { restoreBackup } from '../backups/backup.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { runRetention } from '../maintenance/retention.js';
import * as agenda from './agenda-commands.js';
import { listFiles } from './attachment-commands.js';
import { backUp, listBackups } from './backup-commands.js';
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

/** What a command takes, and what it does. */
export interface Command<Schema extends z.ZodMiniType, Output> {
  readonly schema: Schema;
  /** `keyring` is null if the secret of the server is unknown, `objects` if it has no object storage. */
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
export const commands = {
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
