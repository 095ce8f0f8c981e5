import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { operations, problemSchema, validate } from './index.js';
import { civilDateSchema, instantSchema, siteIdSchema, timeZoneSchema } from './index.js';
import { consultationsReads } from './reads/consultations.data.js';
import { problemShape } from './reads/problem.data.js';
import { proposalsReads } from './reads/proposals.data.js';
import { registrationsReads } from './reads/registrations.data.js';
import { sessionsReads } from './reads/sessions.data.js';
import { siteReads } from './reads/site.data.js';
import { shapeOf } from './shape-of.js';
import { fitShape, type Shape } from './shape.js';
import { allOperations } from './staff.js';

const reads = {
  ...sessionsReads,
  ...siteReads,
  ...registrationsReads,
  ...consultationsReads,
  ...proposalsReads,
};

const seed = 20261124;

/** A linear congruential generator: the same numbers in every run. */
function generator() {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = [
  '2026-11-25',
  '2026-11-25T15:00:00+00:00',
  '02.113',
  'berkane',
  'Africa/Casablanca',
] as const;

/** A value that fits. */
function fitting(shape: Shape): unknown {
  if (shape instanceof RegExp) return texts.find((text) => shape.test(text));
  if (shape === 'int' || shape === 'number') return 3;
  if (shape === 'boolean') return true;
  if (typeof shape === 'string') return 'نص';
  if (!Array.isArray(shape)) return fittingObject(shape as Record<string, Shape>);
  const [kind, inner] = shape as unknown as readonly [string, never];
  switch (kind) {
    case 'array':
      return [fitting(inner), fitting(inner)];
    case 'of':
      return inner[0];
    case 'open':
      return (inner as string).split(' ')[0];
    case 'count':
      return 7;
    case 'length':
      return 'abc';
    case 'optional':
    case 'nullable':
      return fitting(inner);
    default:
      return fittingObject(inner);
  }
}

function fittingObject(shape: Record<string, Shape>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, fitting(inner)]));
}

const strange = [null, undefined, '', 'x', 'unknown', '2026-13-01', 0, -1, 1.5, NaN, true, [], {}];

/** The value with one thing changed, somewhere. */
function mutated(value: unknown, below: (limit: number) => number): unknown {
  const isComposite = typeof value === 'object' && value !== null;
  if (!isComposite || below(6) === 0) return strange[below(strange.length)];
  if (Array.isArray(value)) {
    if (value.length === 0) return [strange[below(strange.length)]];
    const at = below(value.length);
    return value.map((item, index) => (index === at ? mutated(item, below) : (item as unknown)));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || below(8) === 0) return { ...value, added: 1 };
  const [key, inner] = entries[below(entries.length)]!;
  if (below(5) > 0) return { ...value, [key]: mutated(inner, below) };
  return Object.fromEntries(entries.filter(([name]) => name !== key));
}

const known = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

function assertSame(schema: z.ZodMiniType, shape: Shape, name: string) {
  const below = generator();
  const sound = fitting(shape);
  assert.ok(validate(schema, sound).ok, `${name}: the made value fits`);
  for (let run = 0; run < 400; run++) {
    let value = sound;
    for (let times = below(3); times >= 0; times--) value = mutated(value, below);
    const expected = validate(schema, value);
    const actual = fitShape(shape, value);
    const told = `${name}, run ${run} of seed ${seed}: ${JSON.stringify(value)}`;
    assert.equal(actual.ok, expected.ok, told);
    if (actual.ok && expected.ok)
      assert.deepEqual(known(actual.value), known(expected.value), told);
    if (!actual.ok && !expected.ok) {
      const sorted = (issues: readonly { path: string; code: string }[]) =>
        issues.map(({ path, code }) => `${path} ${code}`).sort();
      assert.deepEqual(sorted(actual.issues), sorted(expected.issues), told);
    }
  }
}

describe('a page that only reads checks answers without zod', () => {
  for (const [id, { query, response }] of Object.entries(reads)) {
    it(`as the schemas of ${id} do`, () => {
      const operation = operations[id as keyof typeof reads];
      assertSame(operation.response, response, `answer of ${id}`);
      assertSame(operation.query, query, `query of ${id}`);
    });
  }
  it('as the schema of problems does', () => {
    assertSame(problemSchema, problemShape, 'problem');
  });
  it('and what shapes cannot say is refused when they are written', () => {
    for (const schema of [
      z.union([z.string(), z.number()]),
      z.catch(z.string(), 'x'),
      z.number().check(z.gte(1)),
      z.string().check(z.refine((text) => text === text.trim())),
      z.record(z.string(), z.string()),
    ]) {
      assert.throws(() => shapeOf(schema));
    }
  });
  it('but a query may leave to the server what the server checks in its own words', () => {
    const schema = z.string().check(z.trim(), z.minLength(2), z.maxLength(9));
    assert.deepEqual(shapeOf(schema, true), ['length', 2, 9]);
  });
});

/** The value as a server of a later version may send it: with fields, words, languages and codes that nobody knows yet. */
function newer(shape: Shape, value: unknown, below: (limit: number) => number): unknown {
  if (typeof shape === 'string' || shape instanceof RegExp || value === null) return value;
  if (!Array.isArray(shape)) {
    return newerObject(shape as Record<string, Shape>, value, below);
  }
  const [kind, inner] = shape as unknown as readonly [string, never];
  switch (kind) {
    case 'array':
      return (value as unknown[]).map((item) => newer(inner, item, below));
    case 'nullable':
      return below(3) === 0 ? null : newer(inner, value, below);
    case 'optional':
      return below(3) === 0 ? undefined : newer(inner, value, below);
    case 'of':
    case 'open':
      return 'brand_new';
    case 'some':
      return below(2) === 0
        ? { es: 'Hola', brandNew: { more: 1 } }
        : { ...(newerObject(inner, value, below) as object), es: 'Hola' };
    default:
      return newerObject(inner, value, below);
  }
}

function newerObject(
  shape: Record<string, Shape>,
  value: unknown,
  below: (limit: number) => number,
) {
  const fields = Object.entries(value as object).map(([key, each]) => [
    key,
    newer(shape[key] ?? 'any', each, below),
  ]);
  return { ...Object.fromEntries(fields), brandNew: { more: [1, null, 'x'] } };
}

describe('an answer of a later version', () => {
  it('is taken whole, with what is not known yet', () => {
    const below = generator();
    for (const [id, { response }] of Object.entries(allOperations)) {
      const shape = shapeOf(response, true);
      for (let time = 0; time < 50; time++) {
        const value = newer(shape, fitting(shape), below);
        for (const result of [validate(response, value), fitShape(shape, value)]) {
          const said = result.ok ? '' : `${id}: ${JSON.stringify(result.issues)}`;
          assert.ok(result.ok, said);
        }
      }
    }
  });

  it('may contain any language and any place, and keeps unknown values outside lists', () => {
    const read = validate(operations.getProposal.response, {
      ...(fitting(shapeOf(operations.getProposal.response)) as object),
      title: { text: 'Hola', language: 'es' },
      territory: { code: '13.001.01.01.01.01', vintage: 2034 },
      status: 'brand_new',
    });
    assert.ok(read.ok);
    const { title, territory, status } = read.value;
    assert.deepEqual(
      [title.language, territory, status],
      ['es', { code: '13.001.01.01.01.01', vintage: 2034 }, 'unknown'],
    );
    const site = validate(operations.getSite.response, {
      ...(fitting(shapeOf(operations.getSite.response)) as object),
      locales: ['ar', 'es'],
      name: { es: 'Hola' },
    });
    assert.ok(site.ok);
    assert.deepEqual([site.value.locales, site.value.name], [['ar', 'es'], { es: 'Hola' }]);
  });

  it('is refused for its forms only: days, hours, zones and the name of the site', () => {
    const forms = new Set(
      [civilDateSchema, instantSchema, timeZoneSchema, siteIdSchema].map((schema) =>
        String(shapeOf(schema)),
      ),
    );
    const closed = (shape: Shape): unknown[] => {
      if (shape instanceof RegExp) return forms.has(String(shape)) ? [] : [shape];
      if (typeof shape === 'string') return [];
      if (!Array.isArray(shape)) return Object.values(shape).flatMap(closed);
      const [kind, inner] = shape as unknown as readonly [string, Shape];
      if (kind === 'open') return [];
      return ['of', 'strict', 'length', 'count'].includes(kind) ? [shape] : closed(inner);
    };
    for (const [id, { response }] of Object.entries(allOperations)) {
      assert.deepEqual(closed(shapeOf(response, true)), [], id);
    }
  });
});
