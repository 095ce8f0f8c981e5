import type * as z from 'zod/mini';
import type { Shape } from './shape.js';
import { localizedTextSchema } from './text/locale.js';

// The definitions of zod's own checks and schemas are of many types; only these properties are read.
interface Definition {
  readonly type: string;
  readonly check?: string;
  readonly format?: string;
  readonly coerce?: boolean;
  readonly pattern?: RegExp;
  readonly checks?: readonly { readonly _zod: { readonly def: Definition } }[];
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly catchall?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly catchValue?: (context: unknown) => unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
}

/** What is checked by the server alone: checks of its own words that a query may leave to it. */
const leftToServer = new Set(['overwrite', 'custom']);

/**
 * The {@link Shape} of a schema. Throws for what shapes cannot say, so that nothing goes unchecked in silence; `lenient`
 * leaves to the server what it checks in its own words anyway, as in a query.
 */
export function shapeOf(schema: z.ZodMiniType, lenient = false): Shape {
  const definition = definitionOf(schema);
  const checks = (definition.checks ?? []).map((check) => check._zod.def);
  const inner = () => shapeOf(definition.innerType!, lenient);
  switch (definition.type) {
    case 'string':
      return stringShape(definition, checks, lenient);
    case 'number':
      return numberShape(definition, checks);
    case 'boolean':
      return only('boolean', checks);
    case 'any':
    case 'unknown':
      return 'any';
    case 'optional':
    case 'nullable':
      return [definition.type, inner()];
    case 'array':
      return only(['array', shapeOf(definition.element!, lenient)], checks);
    case 'enum':
      return ['of', Object.values(definition.entries!), 'invalid_choice'];
    case 'literal':
      return ['of', definition.values!, 'invalid_choice'];
    case 'union': {
      const options = definition.options!.map((option) => definitionOf(option));
      if (options.some(({ type }) => type !== 'literal')) throw new Error('A union of shapes.');
      return ['of', options.flatMap(({ values }) => values!), 'invalid_format'];
    }
    case 'catch': {
      const { entries } = definitionOf(definition.innerType!);
      const fallback = definition.catchValue!({});
      if (!entries || typeof fallback !== 'string') throw new Error('A catch around no enum.');
      return ['open', Object.values(entries).join(' '), fallback];
    }
    case 'object':
      return objectShape(schema, definition, checks, lenient);
    default:
      throw new Error(`No shape says "${definition.type}".`);
  }
}

function stringShape({ pattern }: Definition, checks: readonly Definition[], lenient: boolean) {
  let shape: Shape = pattern ?? 'string';
  let [least, most] = [0, Infinity];
  for (const { check, format, pattern: matched, minimum, maximum } of checks) {
    if (check === 'string_format' && format === 'regex' && matched) shape = matched;
    else if (check === 'min_length') least = minimum!;
    else if (check === 'max_length') most = maximum!;
    else if (!lenient || !leftToServer.has(check!)) throw new Error(`No shape says "${check}".`);
  }
  const hasLength = least > 0 || most < Infinity;
  return hasLength && shape === 'string' ? (['length', least, most] as const) : shape;
}

function numberShape({ format, coerce }: Definition, checks: readonly Definition[]): Shape {
  const bound = (name: string) => checks.find(({ check }) => check === name)?.value;
  const [least, most] = [bound('greater_than'), bound('less_than')];
  const isWhole = format === 'safeint' || checks.some((check) => check.format === 'safeint');
  if (coerce && isWhole && least !== undefined && most !== undefined) return ['count', least, most];
  if (coerce || least !== undefined || most !== undefined) throw new Error('A number with bounds.');
  return isWhole ? 'int' : 'number';
}

function objectShape(
  schema: z.ZodMiniType,
  { shape, catchall }: Definition,
  checks: readonly Definition[],
  lenient: boolean,
): Shape {
  const keys = Object.fromEntries(
    Object.entries(shape!).map(([key, value]) => [key, shapeOf(value, lenient)]),
  );
  // Its refinement is a function, which nothing can look into.
  if (schema === (localizedTextSchema as z.ZodMiniType)) return ['some', keys];
  if (!lenient) only(keys, checks);
  if (!catchall) return keys;
  return [definitionOf(catchall).type === 'never' ? 'strict' : 'loose', keys];
}

function only(shape: Shape, checks: readonly Definition[]): Shape {
  if (checks.length > 0) throw new Error(`No shape says "${checks[0]!.check}".`);
  return shape;
}

function definitionOf(schema: z.ZodMiniType): Definition {
  return schema._zod.def as unknown as Definition;
}
