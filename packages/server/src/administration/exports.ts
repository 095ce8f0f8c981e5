import {
  csvTable,
  type Answers,
  type Question,
  type TableCell,
  type TableSeparator,
} from '@nafida/contract';
import { placeOf } from '@nafida/territory';
import type { Selectable } from 'kysely';
import type * as z from 'zod/mini';
import { answerFilesOf, attachmentsOf } from '../attachments/attachment-records.js';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
import type { ProposalTable, RegistrationTable } from '../database/tables.js';
import type { proposalsExportSchema, registrationsExportSchema } from './inputs.js';
import { requireSite } from './site-commands.js';

/** All proposals of a site, oldest first, with what staff may know of their authors. */
export async function exportProposals(
  { reader }: Database,
  { site, separator }: z.output<typeof proposalsExportSchema>,
): Promise<string> {
  await requireSite(reader, site);
  const rows = await reader
    .selectFrom('proposal')
    .selectAll()
    .where('site', '=', site)
    .orderBy('received_at')
    .orderBy('reference')
    .execute();
  const consultations = await reader
    .selectFrom('consultation')
    .select('questions')
    .where('site', '=', site)
    .orderBy('consultation')
    .execute();
  const files = await attachmentsOf(reader, site, rows);
  const answerFiles = await answerFilesOf(reader, site, rows);
  // Also what was asked before staff changed the questions.
  const asked = new Set([
    ...consultations.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...rows.flatMap(({ answers }) => Object.keys(answers ?? {})),
    ...[...answerFiles.values()].flat().map(({ question }) => question),
  ]);
  const columns: Column<ProposalExportRow>[] = [
    ...proposalColumns,
    ['attachments', (row) => pathsOf(files.get(row.reference) ?? [])],
    ...authorColumns,
    ...[...asked].map((id): Column<ProposalExportRow> => [
      `answer_${id}`,
      ({ reference, answers }) => {
        const given = answerFiles.get(reference)?.filter(({ question }) => question === id) ?? [];
        return given.length > 0 ? pathsOf(given) : cellOf(answers?.[id]);
      },
    ]),
    ...placeColumnsOf(consultations.flatMap(({ questions }) => questions)),
  ];
  return tableOf(columns, rows, separator);
}

/** The name of a column, and its cell in a row. */
type Column<Row> = readonly [name: string, cell: (row: Row) => TableCell];

type ProposalExportRow = Selectable<ProposalTable>;

const proposalColumns: readonly Column<ProposalExportRow>[] = [
  ['reference', (row) => row.reference],
  ['received_at', (row) => row.received_at.toISOString()],
  ['channel', (row) => row.channel],
  ['collected_on', (row) => row.collected_on],
  ['session', (row) => row.session],
  ['moderation', (row) => row.moderation],
  ['moderated_at', (row) => row.moderated_at?.toISOString() ?? null],
  ['moderated_by', (row) => row.moderated_by],
  ['refusal_reason', (row) => row.refusal_reason],
  ['refusal_words', (row) => row.refusal_words?.text ?? null],
  ['merged_into', (row) => row.merged_into],
  ['status', (row) => row.status],
  ['answer_ar', (row) => row.answer?.ar ?? null],
  ['answer_fr', (row) => row.answer?.fr ?? null],
  ['answered_at', (row) => row.answered_at?.toISOString() ?? null],
  ['consultation', (row) => row.consultation],
  ['axis', (row) => row.axis],
  ['territory', (row) => row.territory_code],
  ['territory_vintage', (row) => row.territory_vintage],
  ['place_ar', (row) => placeNames(row.place_code)?.ar ?? null],
  ['place_fr', (row) => placeNames(row.place_code)?.fr ?? null],
  ['language', (row) => row.language],
  ['title', (row) => row.title],
  ['body', (row) => row.body],
];

const authorColumns: readonly Column<ProposalExportRow>[] = [
  ['author_name', (row) => row.author_name],
  ['author_name_visible', (row) => row.author_name_visible],
  ['author_email', (row) => row.author_email],
  ['author_phone', (row) => row.author_phone],
];

/** All registrations of a session in the order of arrival, with the place in the line of those who wait. */
export async function exportRegistrations(
  { reader }: Database,
  { site, session, separator }: z.output<typeof registrationsExportSchema>,
): Promise<string> {
  await requireSite(reader, site);
  const known = await reader
    .selectFrom('session')
    .select('questions')
    .where('site', '=', site)
    .where('session', '=', session)
    .executeTakeFirst();
  if (!known) throw new CommandError(`The site has no session "${session}".`);
  const rows = await reader
    .selectFrom('registration')
    .selectAll()
    .where('site', '=', site)
    .where('session', '=', session)
    .orderBy('turn')
    .execute();
  let position = 0;
  const columns: Column<RegistrationExportRow>[] = [
    ['door_code', (row) => row.door_code],
    ['status', (row) => row.status],
    ['position', (row) => (row.status === 'waitlisted' ? ++position : null)],
    ...registrationColumns,
    ...known.questions.map(({ id }): Column<RegistrationExportRow> => [
      `answer_${id}`,
      (row) => cellOf(row.answers?.[id]),
    ]),
    ...placeColumnsOf(known.questions),
    ['registered_at', (row) => row.created_at.toISOString()],
    ['promoted_at', (row) => row.promoted_at?.toISOString() ?? null],
    ['moved_at', (row) => row.moved_at?.toISOString() ?? null],
    ['cancelled_at', (row) => row.cancelled_at?.toISOString() ?? null],
    ['checked_in_at', (row) => row.checked_in_at?.toISOString() ?? null],
  ];
  return tableOf(columns, rows, separator);
}

type RegistrationExportRow = Selectable<RegistrationTable>;

const registrationColumns: readonly Column<RegistrationExportRow>[] = [
  ['places', (row) => row.places],
  ['name', (row) => row.name],
  ['email', (row) => row.email],
  ['phone', (row) => row.phone],
  ['language', (row) => row.language],
  ['needs', (row) => row.needs?.join(' ') ?? null],
  ['needs_details', (row) => row.needs_details],
];

function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  separator: TableSeparator,
): string {
  const names = columns.map(([name]) => name);
  return csvTable([names, ...rows.map((row) => columns.map(([, cell]) => cell(row)))], separator);
}

function pathsOf(files: readonly { readonly path: string }[]): string {
  return files.map(({ path }) => path).join(' ');
}

/** Columns with the names of places that answers give by their codes, in Arabic and in French. */
function placeColumnsOf(
  questions: readonly Question[],
): readonly Column<{ readonly answers: Answers | null }>[] {
  const ids = new Set(questions.flatMap(({ id, type }) => (type === 'place' ? [id] : [])));
  return [...ids].flatMap((id) =>
    (['ar', 'fr'] as const).map((language): Column<{ readonly answers: Answers | null }> => [
      `place_${language}_${id}`,
      ({ answers }) => {
        const code = answers?.[id];
        return placeNames(typeof code === 'string' ? code : null)?.[language] ?? null;
      },
    ]),
  );
}

function placeNames(code: string | null) {
  return code === null ? undefined : placeOf(code)?.names;
}

/** An answer in one cell; what was chosen among several, with commas. */
function cellOf(answer: Answers[string] | undefined): TableCell {
  return Array.isArray(answer) ? answer.join(', ') : (answer ?? null);
}
