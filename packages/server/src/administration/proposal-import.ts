import { proposalInputSchema, validate, type FieldIssue, type TextLimits } from '@nafida/contract';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import { childrenOf, placeOf, type Place } from '@nafida/territory';
import type * as z from 'zod/mini';
import { searchWords } from '@nafida/contract/search-words.js';
import { CommandError } from '../command-error.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import type { Keyring } from '../keyring.js';
import { record } from '../operations/audit.js';
import type { CheckedBodyOf } from '../operations/operation.js';
import { ProblemError } from '../operations/problem-error.js';
import type { SiteRecord } from '../operations/site-record.js';
import {
  insertProposal,
  prepareProposal,
  type Arrival,
  type Intake,
} from '../proposals/proposal-intake.js';
import { proposalColumns, type ProposalRow } from '../proposals/proposal-records.js';
import { findConsultation, type ConsultationRow } from '../sites/consultations.js';
import { keyInForce, openKey } from '../sites/receipt-keys.js';
import { territoryCodeOf } from './cell-forms.js';
import type { proposalsImportSchema } from './inputs.js';
import { issueLines } from './issue-lines.js';
import { proposalOf, proposalTableOf, type PaperProposal } from './proposal-table-file.js';
import { requireKeyring } from './required-keyring.js';
import { requireSite } from './site-commands.js';
import { issuesOf, type TableLine } from './table-file.js';

/** A proposal that was brought in, with the code that its author may be given. */
export interface ImportedProposal {
  readonly key: string;
  readonly reference: string;
  readonly trackingCode: string;
  /** False if the same line was imported before. */
  readonly isNew: boolean;
}

/**
 * Imports proposals that were collected on paper, or dictated: all of a table or nothing. A line that was imported
 * before, known by its key, stays as it is. Throws a sentence with every wrong line.
 */
export async function importProposals(
  database: Database,
  { site: id, table: text }: z.output<typeof proposalsImportSchema>,
  keyring: Keyring | null,
): Promise<ImportedProposal[]> {
  const site = await requireSite(database.reader, id);
  if (site.privacyHash === null) {
    throw new CommandError(
      `Put the privacy notice in force first: site privacy ${id} FILE.json. It is what people agreed to on paper.`,
    );
  }
  const keys = requireKeyring(keyring);
  const table = proposalTableOf(text);
  if (table.lines.length > mostLines) {
    throw new CommandError(`A table has ${mostLines} lines at most: divide it.`);
  }
  return database.transaction(async (transaction) => {
    const receiptKey = openKey(keys, await keyInForce(transaction, keys, site.id));
    const importer = new ProposalImporter(
      transaction,
      { reader: transaction, keyring: keys, receiptKey },
      site,
    );
    const imported: ImportedProposal[] = [];
    for (const line of table.lines) {
      const proposal = proposalOf(line);
      try {
        const taken = await importer.take(proposal, line);
        if (taken) imported.push(taken);
      } catch (error) {
        if (error instanceof CommandError) line.note('', error.message);
        else throw error;
      }
    }
    const issues = issuesOf(table);
    if (issues.length === 0) return imported;
    throw new CommandError(
      [...issues, `Nothing was brought in. Mend ${issues.length} issues and try again.`].join('\n'),
    );
  });
}

const mostLines = 5_000;

/** Columns of the table by the fields of the protocol. */
const columnOf: Readonly<Record<string, string>> = {
  'author.name': 'author_name',
  'author.email': 'author_email',
  'author.phone': 'author_phone',
  territory: 'place',
};

/** What a proposal must be where only its consultation tells, by the fields of the protocol. */
type Wanted = Readonly<Record<string, string>>;

const wantedAlways: Wanted = { 'author.phone': 'a telephone number, for example 0612345678' };

function wantedBy({ axes, policy }: ConsultationRow): Wanted {
  const length = ({ min, max }: TextLimits) => `a text of ${min} to ${max} characters`;
  return {
    axis: `one of ${axes.map(({ id }) => id).join(', ')}`,
    title: length(policy.title),
    body: length(policy.body),
    session: 'the id of a session, as "sessions list SITE --all" shows it',
    territory: `the code or name of a ${policy.territoryLevel ?? 'place'}`,
  };
}

function noteIssues(line: TableLine, issues: readonly FieldIssue[], wanted = wantedAlways): void {
  for (const issue of issues) {
    const column = columnOf[issue.path] ?? issue.path;
    const [sentence = ''] = issueLines([issue], {
      schema: proposalInputSchema,
      value: undefined,
      named: () => line.named(column),
      wanted,
    });
    line.note(column, sentence);
  }
}

class ProposalImporter {
  readonly #transaction: DatabaseTransaction;
  readonly #intake: Intake;
  readonly #site: SiteRecord;
  readonly #lines = new Map<string, number>();
  #places: Map<string, Place[]> | undefined;

  constructor(transaction: DatabaseTransaction, intake: Intake, site: SiteRecord) {
    this.#transaction = transaction;
    this.#intake = intake;
    this.#site = site;
  }

  async take(proposal: PaperProposal, line: TableLine): Promise<ImportedProposal | undefined> {
    const { key, channel, collectedOn } = proposal;
    const twin = this.#lines.get(key);
    if (twin !== undefined) throw new CommandError(`key ${key} stands on line ${twin} too`);
    if (key) this.#lines.set(key, line.line);

    const checked = validate(proposalInputSchema, this.#inputOf(proposal, line));
    if (!checked.ok) noteIssues(line, checked.issues);
    if (!checked.ok || line.issues.length > 0) return undefined;
    const body = checked.value;
    const earlier = await this.#earlier(key);
    if (earlier) {
      const isSame =
        earlier.title === body.title &&
        earlier.body === body.body &&
        earlier.axis === body.axis &&
        earlier.consultation === body.consultation;
      if (!isSame) {
        throw new CommandError(
          `key ${key} was brought in before with other words, as ${earlier.reference}. Give this line another key`,
        );
      }
      return this.#shown(key, earlier, false);
    }
    const consultation = await findConsultation(
      this.#transaction,
      this.#site.id,
      body.consultation,
    );
    if (!consultation) {
      throw new CommandError(
        `the site has no consultation "${body.consultation}". It must be one of ${await this.#consultations()}`,
      );
    }
    const now = new Date();
    const { opens_at: opens, closes_at: closes } = consultation;
    const isTooEarly = opens !== null && collectedOn < civilDateIn(homeZone, opens);
    const isTooLate = closes !== null && collectedOn > civilDateIn(homeZone, closes);
    if (collectedOn > civilDateIn(homeZone, now)) {
      throw new CommandError(
        `collected_on ${collectedOn} is still to come. It must be today or a day before`,
      );
    }
    if (isTooEarly || isTooLate) {
      const from = opens ? `from ${civilDateIn(homeZone, opens)}` : '';
      const until = closes ? `until ${civilDateIn(homeZone, closes)}` : '';
      const days = [from, until].filter(Boolean).join(' ');
      throw new CommandError(
        `on ${collectedOn} the consultation was not open. collected_on must be a day ${days}`,
      );
    }
    const arrival = { channel, receivedAt: now, collectedOn, importKey: key };
    const row = await this.#store(line, consultation, body, arrival);
    if (!row) return undefined;
    await record(this.#transaction, row, {
      by: 'command line',
      action: 'imported',
      detail: channel,
    });
    return this.#shown(key, row, true);
  }

  /** Undefined if the consultation does not accept the line; the line then has an issue. */
  async #store(
    line: TableLine,
    consultation: ConsultationRow,
    body: CheckedBodyOf<'createProposal'>,
    arrival: Arrival,
  ): Promise<ProposalRow | undefined> {
    try {
      for (;;) {
        const prepared = await prepareProposal(this.#intake, consultation, body, arrival);
        const isStored = await insertProposal(this.#transaction, this.#intake.keyring, prepared);
        if (isStored) return prepared.row;
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      noteIssues(line, error.problem.errors ?? [], wantedBy(consultation));
      return undefined;
    }
  }

  async #consultations(): Promise<string> {
    const rows = await this.#transaction
      .selectFrom('consultation')
      .select('consultation')
      .where('site', '=', this.#site.id)
      .orderBy('consultation')
      .execute();
    return (
      rows.map((row) => row.consultation).join(', ') || 'those of the site, which has none yet'
    );
  }

  #inputOf(proposal: PaperProposal, line: TableLine) {
    const { consultation, axis, session, title, body, language } = proposal;
    const place = this.#placeIn(proposal.place, line);
    const { authorName: name, authorNameVisible: nameVisible } = proposal;
    const { authorEmail: email, authorPhone: phone } = proposal;
    return {
      consultation,
      axis,
      title,
      body,
      language,
      ...(session && { session }),
      ...(place && { territory: { code: place.code, vintage: 2024 } }),
      ...((name || email || phone) && {
        author: {
          ...(name && { name, nameVisible }),
          ...(email && { email }),
          ...(phone && { phone }),
        },
      }),
      consent: { privacyHash: this.#site.privacyHash },
    };
  }

  /** The place of a line, so that what is wrong with it does not hide the rest. */
  #placeIn(text: string, line: TableLine): Place | undefined {
    if (!text) return undefined;
    try {
      return this.#placeOf(text);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      line.note('place', error.message);
      return undefined;
    }
  }

  /** A place by its code, or by its name where only one of the site's territory has it. */
  #placeOf(text: string): Place {
    const coded = placeOf(territoryCodeOf(text));
    if (coded) return coded;
    const found = this.#named().get(nameKey(text)) ?? [];
    if (found.length === 1) return found[0]!;
    if (found.length === 0)
      throw new CommandError(
        `place "${text}" is not known in this territory. It must be the code or the whole name of a place in it, as ` +
          `"nafida-server territory search NAME --within ${this.#site.territory.code}" finds it`,
      );
    const choices = found.map(({ code, names }) => `${code} ${names.fr}`).join(', ');
    throw new CommandError(`place "${text}" can be several: give the code of one (${choices})`);
  }

  #named(): Map<string, Place[]> {
    if (this.#places) return this.#places;
    const places = new Map<string, Place[]>();
    const add = (place: Place) => {
      for (const key of new Set([nameKey(place.names.ar), nameKey(place.names.fr)])) {
        places.set(key, [...(places.get(key) ?? []), place]);
      }
      childrenOf(place.code).forEach(add);
    };
    const whole = placeOf(this.#site.territory.code);
    if (whole) add(whole);
    this.#places = places;
    return places;
  }

  #earlier(key: string): Promise<ProposalRow | undefined> {
    return this.#transaction
      .selectFrom('proposal')
      .select(proposalColumns)
      .where('site', '=', this.#site.id)
      .where('import_key', '=', key)
      .executeTakeFirst();
  }

  #shown(key: string, { reference }: ProposalRow, isNew: boolean): ImportedProposal {
    const trackingCode = this.#intake.keyring.codeFor('tracking', this.#site.id, reference);
    return { key, reference, trackingCode, isNew };
  }
}

const nameKey = (name: string) => searchWords(name).join(' ');
