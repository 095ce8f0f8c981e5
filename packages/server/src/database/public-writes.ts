import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  InsertQueryNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type UnknownRow,
} from 'kysely';
import { publishedOf } from './site-versions.js';

type Write = 'insert' | 'update' | 'delete';

const any: readonly Write[] = ['insert', 'update', 'delete'];

/**
 * Kept public answers come from these tables. What people send waits for staff: a new proposal or file is not public
 * yet.
 */
const publicTables: Readonly<Record<string, readonly Write[]>> = {
  site: any,
  privacy_notice: any,
  staff_token: any,
  receipt_key: any,
  consultation: any,
  session: any,
  proposal: ['update', 'delete'],
  attachment: ['delete'],
};

/**
 * Sees every statement on its way to the database, and tells of those that change what is kept of a site. So no code that
 * writes can forget to say it. It lets nothing through that would change the record of what was done. Statements in plain SQL
 * go unseen: the server writes none to these tables but in migrations and into an empty database.
 */
export class PublicWrites implements KyselyPlugin {
  readonly #onWrite: (site: string) => void;

  constructor(onWrite: (site: string) => void) {
    this.#onWrite = onWrite;
  }

  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    for (const statement of statementsIn(node)) this.#see(statement);
    return node;
  }

  #see(node: OperationNode): void {
    const write = writeOf(node);
    if (write?.table === 'audit' && write.kind !== 'insert') {
      throw new Error('The record is only ever added to.');
    }
    if (!write || !publicTables[write.table]?.includes(write.kind)) return;
    const sites = sitesIn(node);
    if (sites.length === 0) throw new Error(`A write to ${write.table} must name its site.`);
    for (const site of sites) {
      this.#onWrite(site);
      if (write.table === 'proposal' && !isSupport(node)) this.#onWrite(publishedOf(site));
    }
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

/** A statement and those that it begins with. */
function statementsIn(node: OperationNode): OperationNode[] {
  const hasFirst = SelectQueryNode.is(node) || InsertQueryNode.is(node);
  const first = hasFirst ? (node.with?.expressions ?? []) : [];
  return [...first.map(({ expression }) => expression), node];
}

function isSupport(node: OperationNode): boolean {
  const updates = UpdateQueryNode.is(node) ? (node.updates ?? []) : [];
  return (
    updates.length > 0 &&
    updates.every(({ column }) => ColumnNode.is(column) && column.column.name === 'supports')
  );
}

function writeOf(node: OperationNode): { kind: Write; table: string } | undefined {
  if (InsertQueryNode.is(node)) return named('insert', node.into);
  if (UpdateQueryNode.is(node)) return named('update', node.table);
  if (DeleteQueryNode.is(node)) return named('delete', node.from.froms[0]);
  return undefined;
}

function named(kind: Write, node: OperationNode | undefined) {
  if (!node || !TableNode.is(node)) throw new Error('A write names its table plainly.');
  return { kind, table: node.table.identifier.name };
}

function sitesIn(node: OperationNode): string[] {
  if (InsertQueryNode.is(node)) return insertedSites(node);
  const where =
    UpdateQueryNode.is(node) || DeleteQueryNode.is(node) ? node.where?.where : undefined;
  return where ? chosenSites(where) : [];
}

function insertedSites({ columns = [], values }: InsertQueryNode): string[] {
  const at = columns.findIndex(({ column }) => column.name === 'site');
  if (!values || !ValuesNode.is(values)) return [];
  return values.values.flatMap((row): string[] => {
    const value = PrimitiveValueListNode.is(row)
      ? row.values[at]
      : ValueListNode.is(row)
        ? valueOf(row.values[at])
        : undefined;
    return typeof value === 'string' ? [value] : [];
  });
}

/** The site that a condition holds all rows to. */
function chosenSites(node: OperationNode): string[] {
  if (AndNode.is(node)) return [...chosenSites(node.left), ...chosenSites(node.right)];
  if (ParensNode.is(node)) return chosenSites(node.node);
  if (!BinaryOperationNode.is(node) || !isSiteColumn(node.leftOperand)) return [];
  const value = valueOf(node.rightOperand);
  return typeof value === 'string' ? [value] : [];
}

function isSiteColumn(node: OperationNode): boolean {
  const column = ReferenceNode.is(node) ? node.column : undefined;
  return column !== undefined && ColumnNode.is(column) && column.column.name === 'site';
}

function valueOf(node: OperationNode | undefined): unknown {
  return node && ValueNode.is(node) ? node.value : undefined;
}
