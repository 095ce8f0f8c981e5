import {
  civilDateSchema,
  emailSchema,
  instantSchema,
  locales,
  siteIdSchema,
  territoryReferenceInputSchema,
  timeZoneSchema,
} from '@nafida/contract';
import { clockTimeSchema, identifierSchema } from '@nafida/contract/staff.js';
import * as z from 'zod/mini';
import { sealSchema } from './inputs.js';

/** The parts of JSON Schema that are read here. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const jsonSchemaOf = (schema: z.ZodMiniType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** What a text that is written in one way looks like, with an example. */
export const writtenForms: readonly (readonly [
  z.ZodMiniType<string>,
  form: string,
  example: string,
])[] = [
  [siteIdSchema, '2 to 63 lower-case letters, digits and hyphens', 'berkane'],
  [identifierSchema, '1 to 64 Latin letters, digits, ".", "_", "~" and "-"', 'digital-2030'],
  [territoryReferenceInputSchema.shape.code, 'the HCP code of a place', '02.113'],
  [civilDateSchema, 'a day as YYYY-MM-DD', '2026-11-30'],
  [clockTimeSchema, 'an hour as HH:MM', '15:00'],
  [instantSchema, 'a day and hour with its distance from UTC', '2026-11-30T15:00:00+00:00'],
  [timeZoneSchema, 'the IANA name of a time zone', 'Africa/Casablanca'],
  [emailSchema, 'an e-mail address', 'participation@berkane.ma'],
  [z.url(), 'a web address', 'https://www.berkane.ma/agenda'],
  [sealSchema, 'the seal that "audit verify" printed', '5e'.repeat(32)],
];

const keyOf = ({ format, pattern }: JsonSchema) => format ?? pattern;

const formsByKey = new Map(
  writtenForms.map(([schema, form, example]) => [
    keyOf(jsonSchemaOf(schema)),
    `${form}, for example ${example}`,
  ]),
);

/**
 * What the field at `path` of a schema may contain, as a text with a valid value; undefined if it may contain anything.
 * For an unknown field, the known fields beside it.
 */
export function formAt(schema: z.ZodMiniType, path: string): string | undefined {
  let field: JsonSchema = jsonSchemaOf(schema);
  for (const step of path === '' ? [] : path.split('.')) {
    const inner = alternativesOf(field).map(({ items, properties }) => items ?? properties?.[step]);
    const found = inner.find((each) => each !== undefined);
    if (!found) return formOf(field);
    field = found;
  }
  return formOf(field);
}

/** The kinds of values a field takes, null aside. */
function alternativesOf(field: JsonSchema): readonly JsonSchema[] {
  const { type, anyOf, oneOf } = field;
  const alternatives =
    typeof type === 'object' ? type.map((each) => ({ ...field, type: each })) : (anyOf ?? oneOf);
  return alternatives
    ? alternatives.filter(({ type }) => type !== 'null').flatMap(alternativesOf)
    : [field];
}

function formOf(field: JsonSchema): string | undefined {
  if (field.description !== undefined) return field.description;
  const alternatives = alternativesOf(field);
  const values = alternatives.flatMap((each) =>
    each.const === undefined ? (each.enum ?? []) : [each.const],
  );
  if (values.length === 1) return String(values[0]);
  if (values.length > 1) return `one of ${values.join(', ')}`;
  const forms = alternatives.map(simpleFormOf).filter((form) => form !== undefined);
  return forms.length > 0 ? forms.join('; or ') : undefined;
}

function simpleFormOf(field: JsonSchema): string | undefined {
  switch (field.type) {
    case 'string':
      return formsByKey.get(keyOf(field)) ?? textForm(field);
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${rangeOf(field)}`;
    case 'number':
      return `a number${rangeOf(field)}`;
    case 'array': {
      const items = field.items && formOf(field.items);
      return items === undefined ? 'a list' : `a list, each ${items}`;
    }
    case 'object': {
      const names = Object.keys(field.properties ?? {});
      return locales.every((locale) => names.includes(locale))
        ? 'a text by language, for example {"ar": "…", "fr": "…"}'
        : `an object of ${names.join(', ')}`;
    }
    default:
      return undefined;
  }
}

function textForm({ minLength = 0, maxLength }: JsonSchema): string {
  if (maxLength === undefined) return minLength > 0 ? 'a text that is not empty' : 'a text';
  return minLength > 0
    ? `a text of ${minLength} to ${maxLength} characters`
    : `a text of ${maxLength} characters at most`;
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  // Whole numbers always have bounds: the largest ones that are exact.
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? undefined : minimum;
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return ` of at least ${least}`;
  return most === undefined ? '' : ` of at most ${most}`;
}
