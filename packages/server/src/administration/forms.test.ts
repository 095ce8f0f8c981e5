import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { formAt, writtenForms } from './forms.js';
import * as inputs from './inputs.js';
import { issueLines } from './issue-lines.js';

const schemas = Object.entries(inputs) as [string, z.ZodMiniType][];

type Json = Record<string, unknown>;

/** Paths of all fields of a JSON Schema, and of the members of lists. */
function pathsIn(field: Json, path: string[] = []): string[] {
  const alternatives = (field.anyOf ?? field.oneOf) as Json[] | undefined;
  if (alternatives) return alternatives.flatMap((each) => pathsIn(each, path));
  const properties = Object.entries((field.properties ?? {}) as Record<string, Json>);
  return [
    path.join('.'),
    ...properties.flatMap(([name, each]) => pathsIn(each, [...path, name])),
    ...(field.items ? pathsIn(field.items as Json, [...path, '0']) : []),
  ];
}

describe('what a field may hold', () => {
  it('is known for every field of every command', () => {
    // What the protocol gives and nobody sets may be anything.
    const passedOver = /(?:^|\.)(?:state|remaining|waiting|sequence|updatedAt)$/;
    let count = 0;
    for (const [name, schema] of schemas) {
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
      for (const path of pathsIn(json)) {
        count++;
        const form = formAt(schema, path);
        const isFree = passedOver.test(path) && form === undefined;
        assert.ok(isFree || (form !== undefined && form !== ''), `${name}: ${path}`);
      }
    }
    assert.ok(count > 300, `${count} fields were looked at`);
  });

  it('is more than a length for every text with a pattern', () => {
    for (const [name, schema] of schemas) {
      // A description says it in its own words.
      const json = JSON.stringify(
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
        (_, each: Json | null) => (each?.description === undefined ? each : undefined),
      );
      const keys = [...json.matchAll(/"format":"([^"]+)"/g)].map(([, format]) => format);
      const known = writtenForms.map(([each]) => JSON.stringify(z.toJSONSchema(each)));
      for (const format of keys)
        assert.ok(known.join().includes(`"${format}"`), `${name} ${format}`);
      const patterns = [...json.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, it]) => it!);
      for (const pattern of patterns)
        assert.ok(known.join().includes(pattern), `${name} ${pattern}`);
    }
  });

  it('has examples that are valid', () => {
    for (const [schema, form, example] of writtenForms) {
      assert.ok(z.safeParse(schema, example).success, `${example} is ${form}`);
    }
  });

  it('is in every error, with the given value', () => {
    const value = { site: 'berkane', reference: '2026-AAAAAA', status: 'done', more: 1 };
    assert.deepEqual(
      issueLines(
        [
          { path: 'status', code: 'invalid_choice' },
          { path: 'more', code: 'unknown_field' },
          { path: 'site', code: 'required' },
        ],
        { schema: inputs.proposalAnswerSchema, value },
      ),
      [
        'status "done" is not one of the possible values. It must be one of not_answered, evaluating, accepted, rejected, implemented.',
        'more 1 is not known here. What holds it must be an object of site, reference, status, text.',
        'site "berkane" is missing. It must be 2 to 63 lower-case letters, digits and hyphens, for example berkane.',
      ],
    );
  });
});
