import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { graphemeCount, validate } from './index.js';
import { allOperations } from './staff.js';

/** Units of UTF-16 in the longest body that the server reads. */
const bodyLength = 128 * 1024;

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
}

const inputs = Object.entries(allOperations).flatMap(([id, { body, query }]) => [
  { name: `query of ${id}`, schema: query },
  ...(body ? [{ name: `body of ${id}`, schema: body }] : []),
]);

const jsonOf = (schema: z.ZodMiniType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const choicesOf = ({ anyOf, oneOf }: JsonSchema) => anyOf ?? oneOf;

/** Paths of texts that may be as long as the sender likes. */
function unboundedTexts(schema: JsonSchema, path: string): string[] {
  const choices = choicesOf(schema);
  if (choices) return choices.flatMap((each) => unboundedTexts(each, path));
  if (schema.items) return unboundedTexts(schema.items, `${path}[]`);
  const { properties = {}, additionalProperties: others } = schema;
  const children = Object.entries(properties).flatMap(([key, each]) =>
    unboundedTexts(each, `${path}.${key}`),
  );
  if (typeof others === 'object') children.push(...unboundedTexts(others, `${path}.*`));
  const isClosed = schema.enum ?? schema.const ?? schema.maxLength ?? schema.format === 'date';
  return schema.type === 'string' && isClosed === undefined ? [...children, path] : children;
}

/** Values of the schema's shape, one for each choice that it leaves, with `text` wherever it takes a text. */
function filled(schema: JsonSchema, text: string): unknown[] {
  const choices = choicesOf(schema);
  if (choices) return choices.flatMap((each) => filled(each, text));
  if (schema.const !== undefined) return [schema.const];
  if (schema.items) return filled(schema.items, text).map((each) => [each, each]);
  if (schema.type !== 'object') return [schema.type === 'string' ? text : 1];
  const entries = Object.entries(schema.properties ?? {}).map(
    ([key, each]) => [key, filled(each, text)] as const,
  );
  const most = Math.max(1, ...entries.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(entries.map(([key, values]) => [key, values[index] ?? values[0]])),
  );
}

/** What is dear to look at: letters, flags, marks in a row, joined people, white space, letters that come apart. */
const floods = {
  letters: 'a',
  'Arabic letters with marks': 'مُّ',
  flags: '\u{1F1F2}\u{1F1E6}',
  'marks of two classes': '\u0323\u0301',
  'joined people': '\u{1F468}\u200D',
  'white space': ' \n',
  'letters that come apart': '\u1E69',
  'marks that come apart': '\u0344',
  'isolates that stay open': '\u2067',
  'dots and at signs': 'a.@',
};

/** What is asked of the engine while `act` runs: texts cut into graphemes, and texts normalised. */
function workOf(act: () => void): { cut: number[]; normalised: string[] } {
  const cut: number[] = [];
  const normalised: string[] = [];
  const { segment } = Intl.Segmenter.prototype;
  const { normalize } = String.prototype;
  Intl.Segmenter.prototype.segment = function (this: Intl.Segmenter, text: string) {
    cut.push(text.length);
    return segment.call(this, text);
  };
  String.prototype.normalize = function (this: string, form?: string) {
    normalised.push(String(this));
    return normalize.call(this, form);
  };
  try {
    act();
  } finally {
    Intl.Segmenter.prototype.segment = segment;
    String.prototype.normalize = normalize;
  }
  return { cut, normalised };
}

describe('what it costs to look at an input', () => {
  for (const { name, schema } of inputs) {
    it(`is bounded: every text in the ${name} has a greatest length`, () => {
      assert.deepEqual(unboundedTexts(jsonOf(schema), name), []);
    });
  }

  for (const [what, unit] of Object.entries(floods)) {
    it(`is bounded by its length where it is all ${what}`, () => {
      for (const length of [5_000, 20_000, bodyLength]) {
        const text = unit.repeat(Math.floor(length / unit.length));
        for (const { name, schema } of inputs) {
          for (const value of filled(jsonOf(schema), text)) {
            const { cut, normalised } = workOf(() => validate(schema, value));
            const longest = Math.max(0, ...cut);
            assert.ok(longest <= 257, `${name}: ${longest} units are cut at once`);
            const most = [...JSON.stringify(value).matchAll(/"/g)].length * 6_000;
            const sum = cut.reduce((total, each) => total + each, 0);
            assert.ok(sum <= Math.min(most * 16, 4 * JSON.stringify(value).length), name);
            for (const each of normalised) assert.doesNotMatch(each, /\p{M}{31}/u, name);
          }
        }
      }
    });
  }

  it('stops once a text is too long', () => {
    const text = 'م'.repeat(bodyLength);
    const { cut } = workOf(() => assert.equal(graphemeCount(text, 150), 151));
    assert.deepEqual(cut, [256]);
  });

  it('is counted like a text in one piece, wherever the pieces are cut', () => {
    const whole = (text: string) => [...new Intl.Segmenter().segment(text)].length;
    const parts = ['a', '\r\n', '\u0301', '\u{1F468}', '\u200D', '\u{1F1F2}', '\u{1F3FB}', 'ُ', ' '];
    let seed = 20_261_130;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: next(900) }, () => parts[next(parts.length)]).join('');
      assert.equal(graphemeCount(text), whole(text), JSON.stringify(text));
    }
  });

  it('is bounded for the list of what is wrong', () => {
    const value = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 1]),
    );
    for (const { name, schema } of inputs) {
      const result = validate(schema, value);
      assert.ok(result.ok || result.issues.length <= 100, name);
    }
  });
});
