import { csvTable, type Answers, type Question } from '@nafida/contract';
import { placeOf } from '@nafida/territory';
import type * as z from 'zod/mini';
import { answerFilesOf, attachmentsOf } from '../attachments/attachment-records.js';
import { CommandError } from '../command-error.js';
import type { Database } from '../database/database.js';
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
  const places = placeColumnsOf(consultations.flatMap(({ questions }) => questions));
  const columns = [
    'reference',
    'received_at',
    'channel',
    'collected_on',
    'session',
    'moderation',
    'moderated_at',
    'moderated_by',
    'refusal_reason',
    'refusal_words',
    'merged_into',
    'status',
    'answer_ar',
    'answer_fr',
    'answered_at',
    'consultation',
    'axis',
    'territory',
    'territory_vintage',
    'place_ar',
    'place_fr',
    'language',
    'title',
    'body',
    'attachments',
    'author_name',
    'author_name_visible',
    'author_email',
    'author_phone',
    ...[...asked].map((id) => `answer_${id}`),
    ...places.names,
  ];
  return csvTable(
    [
      columns,
      ...rows.map((row) => {
        const place = row.place_code === null ? undefined : placeOf(row.place_code);
        return [
          row.reference,
          row.received_at.toISOString(),
          row.channel,
          row.collected_on,
          row.session,
          row.moderation,
          row.moderated_at?.toISOString() ?? null,
          row.moderated_by,
          row.refusal_reason,
          row.refusal_words?.text ?? null,
          row.merged_into,
          row.status,
          row.answer?.ar ?? null,
          row.answer?.fr ?? null,
          row.answered_at?.toISOString() ?? null,
          row.consultation,
          row.axis,
          row.territory_code,
          row.territory_vintage,
          place?.names.ar ?? null,
          place?.names.fr ?? null,
          row.language,
          row.title,
          row.body,
          pathsOf(files.get(row.reference) ?? []),
          row.author_name,
          row.author_name_visible,
          row.author_email,
          row.author_phone,
          ...[...asked].map((id) => {
            const given = (answerFiles.get(row.reference) ?? []).filter(
              (file) => file.question === id,
            );
            return given.length > 0 ? pathsOf(given) : cellOf(row.answers?.[id]);
          }),
          ...places.cellsOf(row.answers),
        ];
      }),
    ],
    separator,
  );
}

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
  const answeredPlaces = placeColumnsOf(known.questions);
  const columns = [
    'door_code',
    'status',
    'position',
    'places',
    'name',
    'email',
    'phone',
    'language',
    'needs',
    'needs_details',
    ...known.questions.map(({ id }) => `answer_${id}`),
    ...answeredPlaces.names,
    'registered_at',
    'promoted_at',
    'moved_at',
    'cancelled_at',
    'checked_in_at',
  ];
  let position = 0;
  return csvTable(
    [
      columns,
      ...rows.map((row) => [
        row.door_code,
        row.status,
        row.status === 'waitlisted' ? ++position : null,
        row.places,
        row.name,
        row.email,
        row.phone,
        row.language,
        row.needs?.join(' ') ?? null,
        row.needs_details,
        ...known.questions.map(({ id }) => cellOf(row.answers?.[id])),
        ...answeredPlaces.cellsOf(row.answers),
        row.created_at.toISOString(),
        row.promoted_at?.toISOString() ?? null,
        row.moved_at?.toISOString() ?? null,
        row.cancelled_at?.toISOString() ?? null,
        row.checked_in_at?.toISOString() ?? null,
      ]),
    ],
    separator,
  );
}

function pathsOf(files: readonly { readonly path: string }[]): string {
  return files.map(({ path }) => path).join(' ');
}

/** Columns with the names of places that answers give by their codes, in Arabic and in French. */
function placeColumnsOf(questions: readonly Question[]) {
  const ids = [...new Set(questions.flatMap(({ id, type }) => (type === 'place' ? [id] : [])))];
  return {
    names: ids.flatMap((id) => [`place_ar_${id}`, `place_fr_${id}`]),
    cellsOf: (answers: Answers | null) =>
      ids.flatMap((id) => {
        const code = answers?.[id];
        const place = typeof code === 'string' ? placeOf(code) : undefined;
        return [place?.names.ar ?? null, place?.names.fr ?? null];
      }),
  };
}

/** An answer in one cell; what was chosen among several, with commas. */
function cellOf(answer: Answers[string] | undefined): string | number | boolean | null {
  return Array.isArray(answer) ? answer.join(', ') : (answer ?? null);
}
