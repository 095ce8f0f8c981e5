import type * as z from 'zod/mini';
import type { FileObjects } from '../attachments/file-objects.js';
import { restoreBackup } from '../backups/backup.js';
import type { Database } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { runRetention, type RetentionReport } from '../maintenance/retention.js';
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

/**
 * Carries out a command with its checked input. `keyring` is null if the secret of the server is unknown, `objects` if it has
 * no object storage.
 */
export type Run<Input, Output = unknown> = (
  database: Database,
  input: Input,
  keyring: Keyring | null,
  objects: FileObjects | null,
) => Promise<Output>;

/** The schema of a command's input, and the function that carries it out. */
export interface Command<Schema extends z.ZodMiniType, Carry extends Run<z.output<Schema>>> {
  readonly schema: Schema;
  readonly run: Carry;
}

/** Every command by its name on the command line. Written out, because inferred types of all schemas take 140 kB. */
export interface Commands {
  'site create': Command<typeof inputs.siteCreateSchema, typeof sites.createSite>;
  'site set': Command<typeof inputs.siteSetSchema, typeof sites.setSite>;
  'site list': Command<typeof inputs.nothingSchema, typeof sites.listSites>;
  'site show': Command<typeof inputs.siteOnlySchema, typeof sites.showSite>;
  'site privacy': Command<typeof inputs.sitePrivacySchema, typeof sites.setPrivacy>;
  'site holidays': Command<typeof inputs.siteHolidaysSchema, typeof sites.setHolidays>;
  'consultation import': Command<
    typeof inputs.consultationImportSchema,
    typeof importConsultations
  >;
  'consultation list': Command<typeof inputs.siteOnlySchema, typeof listConsultations>;
  'consultation show': Command<typeof inputs.consultationOnlySchema, typeof showConsultation>;
  'sessions list': Command<typeof inputs.sessionsListSchema, typeof agenda.listSessions>;
  'sessions show': Command<typeof inputs.sessionOnlySchema, typeof agenda.showSession>;
  'sessions import': Command<typeof inputs.sessionsImportSchema, typeof importSessions>;
  'sessions create': Command<typeof inputs.sessionCreateSchema, typeof agenda.createSession>;
  'sessions edit': Command<typeof inputs.sessionEditSchema, typeof agenda.editSession>;
  'sessions cancel': Command<typeof inputs.sessionCancelSchema, typeof agenda.cancelSession>;
  'sessions postpone': Command<typeof inputs.sessionPostponeSchema, typeof agenda.postponeSession>;
  'sessions close': Command<typeof inputs.sessionCloseSchema, typeof agenda.closeSession>;
  'sessions capacity': Command<typeof inputs.sessionCapacitySchema, typeof agenda.changeCapacity>;
  'staff-token create': Command<
    typeof inputs.staffTokenCreateSchema,
    typeof sites.createStaffToken
  >;
  'staff-token list': Command<typeof inputs.siteOnlySchema, typeof sites.listStaffTokens>;
  'staff-token revoke': Command<
    typeof inputs.staffTokenRevokeSchema,
    typeof sites.revokeStaffToken
  >;
  'proposals list': Command<typeof inputs.proposalsListSchema, typeof proposals.listProposals>;
  'proposals show': Command<typeof inputs.proposalSchema, typeof proposals.showProposal>;
  'proposals files': Command<typeof inputs.proposalFilesSchema, typeof listFiles>;
  'proposals publish': Command<typeof inputs.proposalSchema, typeof proposals.publishProposal>;
  'proposals refuse': Command<typeof inputs.proposalRefuseSchema, typeof proposals.refuseProposal>;
  'proposals ask': Command<typeof inputs.proposalAskSchema, typeof proposals.askAuthor>;
  'proposals merge': Command<typeof inputs.proposalMergeSchema, typeof proposals.mergeProposal>;
  'proposals answer': Command<typeof inputs.proposalAnswerSchema, typeof proposals.answerProposal>;
  'proposals export': Command<typeof inputs.proposalsExportSchema, typeof exportProposals>;
  'proposals import': Command<typeof inputs.proposalsImportSchema, typeof importProposals>;
  'receipt-key list': Command<typeof inputs.siteOnlySchema, typeof receiptKeys.listReceiptKeys>;
  'receipt-key rotate': Command<typeof inputs.siteOnlySchema, typeof receiptKeys.rotateReceiptKey>;
  'audit list': Command<typeof inputs.auditListSchema, typeof proposals.listAudit>;
  'audit verify': Command<typeof inputs.auditVerifySchema, typeof proposals.verifyAudit>;
  'registrations list': Command<typeof inputs.sessionOnlySchema, typeof agenda.listRegistrations>;
  'registrations check-in': Command<typeof inputs.checkInSchema, typeof agenda.checkIn>;
  'registrations export': Command<
    typeof inputs.registrationsExportSchema,
    typeof exportRegistrations
  >;
  'messages list': Command<typeof inputs.messagesListSchema, typeof messages.listMessages>;
  'messages show': Command<typeof inputs.messageSchema, typeof messages.showMessage>;
  'messages called': Command<typeof inputs.messageSchema, typeof messages.noteCall>;
  backup: Command<typeof inputs.backupSchema, typeof backUp>;
  backups: Command<typeof inputs.nothingSchema, typeof listBackups>;
  restore: Command<typeof inputs.restoreSchema, typeof restoreBackup>;
  move: Command<typeof inputs.moveSchema, typeof moveTo>;
  'retention run': Command<typeof inputs.nothingSchema, typeof applyRetention>;
}

/** Every command by its name on the command line. */
export const commands: Commands = {
  'site create': { schema: inputs.siteCreateSchema, run: sites.createSite },
  'site set': { schema: inputs.siteSetSchema, run: sites.setSite },
  'site list': { schema: inputs.nothingSchema, run: sites.listSites },
  'site show': { schema: inputs.siteOnlySchema, run: sites.showSite },
  'site privacy': { schema: inputs.sitePrivacySchema, run: sites.setPrivacy },
  'site holidays': { schema: inputs.siteHolidaysSchema, run: sites.setHolidays },
  'consultation import': { schema: inputs.consultationImportSchema, run: importConsultations },
  'consultation list': { schema: inputs.siteOnlySchema, run: listConsultations },
  'consultation show': { schema: inputs.consultationOnlySchema, run: showConsultation },
  'sessions list': { schema: inputs.sessionsListSchema, run: agenda.listSessions },
  'sessions show': { schema: inputs.sessionOnlySchema, run: agenda.showSession },
  'sessions import': { schema: inputs.sessionsImportSchema, run: importSessions },
  'sessions create': { schema: inputs.sessionCreateSchema, run: agenda.createSession },
  'sessions edit': { schema: inputs.sessionEditSchema, run: agenda.editSession },
  'sessions cancel': { schema: inputs.sessionCancelSchema, run: agenda.cancelSession },
  'sessions postpone': { schema: inputs.sessionPostponeSchema, run: agenda.postponeSession },
  'sessions close': { schema: inputs.sessionCloseSchema, run: agenda.closeSession },
  'sessions capacity': { schema: inputs.sessionCapacitySchema, run: agenda.changeCapacity },
  'staff-token create': { schema: inputs.staffTokenCreateSchema, run: sites.createStaffToken },
  'staff-token list': { schema: inputs.siteOnlySchema, run: sites.listStaffTokens },
  'staff-token revoke': { schema: inputs.staffTokenRevokeSchema, run: sites.revokeStaffToken },
  'proposals list': { schema: inputs.proposalsListSchema, run: proposals.listProposals },
  'proposals show': { schema: inputs.proposalSchema, run: proposals.showProposal },
  'proposals files': { schema: inputs.proposalFilesSchema, run: listFiles },
  'proposals publish': { schema: inputs.proposalSchema, run: proposals.publishProposal },
  'proposals refuse': { schema: inputs.proposalRefuseSchema, run: proposals.refuseProposal },
  'proposals ask': { schema: inputs.proposalAskSchema, run: proposals.askAuthor },
  'proposals merge': { schema: inputs.proposalMergeSchema, run: proposals.mergeProposal },
  'proposals answer': { schema: inputs.proposalAnswerSchema, run: proposals.answerProposal },
  'proposals export': { schema: inputs.proposalsExportSchema, run: exportProposals },
  'proposals import': { schema: inputs.proposalsImportSchema, run: importProposals },
  'receipt-key list': { schema: inputs.siteOnlySchema, run: receiptKeys.listReceiptKeys },
  'receipt-key rotate': { schema: inputs.siteOnlySchema, run: receiptKeys.rotateReceiptKey },
  'audit list': { schema: inputs.auditListSchema, run: proposals.listAudit },
  'audit verify': { schema: inputs.auditVerifySchema, run: proposals.verifyAudit },
  'registrations list': { schema: inputs.sessionOnlySchema, run: agenda.listRegistrations },
  'registrations check-in': { schema: inputs.checkInSchema, run: agenda.checkIn },
  'registrations export': { schema: inputs.registrationsExportSchema, run: exportRegistrations },
  'messages list': { schema: inputs.messagesListSchema, run: messages.listMessages },
  'messages show': { schema: inputs.messageSchema, run: messages.showMessage },
  'messages called': { schema: inputs.messageSchema, run: messages.noteCall },
  backup: { schema: inputs.backupSchema, run: backUp },
  backups: { schema: inputs.nothingSchema, run: listBackups },
  restore: { schema: inputs.restoreSchema, run: restoreBackup },
  move: { schema: inputs.moveSchema, run: moveTo },
  'retention run': { schema: inputs.nothingSchema, run: applyRetention },
};

async function applyRetention(
  database: Database,
  _input: unknown,
  _keyring: Keyring | null,
  objects: FileObjects | null,
): Promise<RetentionReport> {
  const report = await runRetention(database);
  await objects?.sweep();
  return report;
}

/** Name of a command. */
export type CommandName = keyof Commands;

/** The input of a command. */
export type CommandInput<Name extends CommandName> = z.input<Commands[Name]['schema']>;

/** The result of a command: plain JSON; exports answer CSV text. */
export type CommandOutput<Name extends CommandName> = Awaited<ReturnType<Commands[Name]['run']>>;

/** Carries out commands, wherever the database is. Rejects with a `CommandError` that says what to do. */
export type RunCommand = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name>>;
