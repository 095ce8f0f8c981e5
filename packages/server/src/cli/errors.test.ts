import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldIssueCodes } from '@nafida/contract';
import * as z from 'zod/mini';
import { issueMessages } from '../administration/command-problems.js';
import { commandsOn } from '../administration/commands-on.js';
import { commands, type CommandName } from '../administration/commands.js';
import { filedFields, nameOfField } from '../administration/field-names.js';
import { commandTable } from './command-table.js';

type Json = Record<string, unknown>;

/** Paths of what is no object, and of the members of lists. */
function leavesIn(field: Json, path: string[] = []): string[] {
  const alternatives = (field.anyOf ?? field.oneOf) as Json[] | undefined;
  if (alternatives) {
    return alternatives
      .filter(({ type }) => type !== 'null')
      .flatMap((each) => leavesIn(each, path));
  }
  if (field.items) return leavesIn(field.items as Json, [...path, '0']);
  const properties = Object.entries((field.properties ?? {}) as Record<string, Json>);
  if (properties.length === 0) return [path.join('.')];
  return properties.flatMap(([name, each]) => leavesIn(each, [...path, name]));
}

const everyField = Object.entries(commands).flatMap(([name, { schema }]) => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const paths = [...new Set(leavesIn(json))].filter(Boolean);
  return paths.map((path) => ({
    name: name as CommandName,
    schema,
    path,
  }));
});

/** What nobody types: the process that holds the data adds it, or programs alone set it. */
const filled = new Set(['backup secret', 'site set demonstration']);

describe('an error at the command line', () => {
  it('calls every field as it is typed: by its operand, its option, or its path in the file', () => {
    for (const { name, path } of everyField) {
      const called = nameOfField(name, path);
      const { operands, options } = commandTable[name]!;
      if (filled.has(`${name} ${path}`)) continue;
      const filed = filedFields[name];
      const isFiled = filed !== undefined && path.startsWith(`${filed}.`);
      const names = Object.keys(options).map((option) => `--${option}`);
      // Of a text in several languages each has an option.
      const isTyped = [...operands, ...names].includes(called.replace(/-…$/, '-ar'));
      assert.ok(isFiled ? path === `${filed}.${called}` : isTyped, `${name}: ${path} is ${called}`);
    }
    assert.ok(everyField.length > 200, `${everyField.length} fields were looked at`);
  });

  it('says of every field and every issue what is expected there', () => {
    // What the protocol gives and nobody sets may be anything.
    const passedOver = /\.(?:state|remaining|waiting|sequence|updatedAt)$/;
    for (const { name, schema, path } of everyField) {
      if (passedOver.test(path)) continue;
      for (const code of fieldIssueCodes) {
        const [issue = ''] = issueMessages(name, { schema, value: {} }, [
          { path, code, minimum: 2, maximum: 9 },
        ]);
        assert.match(
          issue,
          /must be|may hold|for example|finds (?:its code|it|places)/,
          `${name} ${path} ${code}`,
        );
        assert.doesNotMatch(issue, /undefined/, `${name} ${path} ${code}`);
      }
    }
  });

  it('names the option, what was given and what is wanted', async () => {
    const run = commandsOn(null as never);
    const errorFields = async (name: CommandName, input: object) =>
      run(name, input as never).then(
        () => '',
        (error: Error) => error.message,
      );
    const origin =
      'is not written as it should be. It must be the beginning of the addresses of a website, without a path or *, for example https://www.berkane.ma.';
    assert.equal(
      await errorFields('site set', { site: 'berkane', addOrigins: ['*.berkane.ma'] }),
      `--add-origin "*.berkane.ma" ${origin}`,
    );
    assert.equal(
      await errorFields('site set', { site: 'berkane', removeOrigins: ['x'] }),
      `--remove-origin "x" ${origin}`,
    );
    assert.match(
      await errorFields('site set', { site: 'Berkane !' }),
      /^ID "Berkane !" is not written as it should be\. It must be 2 to 63 lower-case letters/,
    );
    assert.match(
      await errorFields('sessions list', { site: 'berkane', from: 'demain' }),
      /^--from "demain" is not written .* a day as YYYY-MM-DD, for example/,
    );
    assert.match(
      await errorFields('sessions postpone', {
        site: 'berkane',
        session: 'hall',
        to: { startDate: '1/2/2027', startTime: '15h' },
      }),
      /^--date "1\/2\/2027" is .*\n--start-time "15h" is .* an hour as HH:MM/,
    );
    assert.match(
      await errorFields('sessions edit', {
        site: 'berkane',
        session: 'hall',
        changes: { venue: { name: 'Salle' } },
      }),
      /^venue\.name "Salle" is of the wrong type\. It must be a text by language/,
    );
    assert.match(
      await errorFields('consultation import', {
        site: 'berkane',
        consultations: [{ id: 'digital', title: { fr: 'x' }, axes: [] }],
      }),
      /^The consultation "digital": axes is /,
    );
  });
});
