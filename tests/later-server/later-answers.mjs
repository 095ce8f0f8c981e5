import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allOperations } from '@nafida/contract/staff.js';

const openapi = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@nafida/contract/openapi.json')), 'utf8'),
);

/** The year of no list of places that anybody has today. */
export const laterVintage = 2034;
/** A word that no list of words holds today. */
export const laterWord = 'brand_new';
/** A language that no site has today. */
export const laterLanguage = 'es';

const routes = Object.entries(allOperations).map(([id, { method, path, mediaType }]) => ({
  ...{ id, method, mediaType, parameters: path.split('{').length },
  pattern: new RegExp(`${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  schema: schemaOf(path, method),
}));

function schemaOf(path, method) {
  const answers = openapi.paths[path][method.toLowerCase()].responses;
  return (answers[200] ?? answers[201]).content['application/json']?.schema;
}

/** The operations whose answers are JSON. */
export const operationsWithJson = routes.filter(({ schema }) => schema).map(({ id }) => id);

/** The operation that a request performs; the path that says most wins. */
export function operationAt(method, url) {
  const { pathname } = new URL(url);
  return routes
    .filter((route) => route.method === method && route.pattern.test(pathname))
    .sort((a, b) => a.parameters - b.parameters)[0]?.id;
}

/**
 * Turns answers of today's server into those of a later version, at random but the same for the same seed: fields, words,
 * languages, a list of places of another year, codes of problems, and entries of lists that nobody can read yet.
 */
export class LaterAnswers {
  #state;
  #kept;

  /**
   * @param {number} seed
   * @param {string[]} [kept] words that are never replaced: without them nothing can be sent
   */
  constructor(seed, kept = []) {
    this.#state = seed;
    this.#kept = kept;
  }

  /** The answer of an operation. */
  to(id, answer) {
    return this.#later(routes.find((route) => route.id === id).schema, answer, '');
  }

  /** A problem: another code in one of two, and always more fields. */
  problem(problem) {
    const changes = this.#below(2) === 0 ? { code: laterWord } : {};
    const errors = problem.errors?.map((issue) => ({ ...issue, ...this.#added() }));
    return { ...problem, ...changes, ...(errors && { errors }), ...this.#added() };
  }

  #later(schema, value, name) {
    if (value === null) return null;
    if (schema.$ref)
      return this.#later(openapi.components.schemas[nameOf(schema.$ref)], value, name);
    const choice = schema.anyOf?.find(({ type }) => type !== 'null');
    if (choice) return this.#later(choice, value, name);
    if (schema.enum) return this.#below(2) === 0 && !this.#kept.includes(value) ? laterWord : value;
    if (Array.isArray(value)) return this.#list(schema, value, name);
    if (typeof value === 'object') return this.#object(schema, value);
    if (name === 'vintage') return laterVintage;
    return name === 'language' && this.#below(2) === 0 ? laterLanguage : value;
  }

  #list({ items }, value, name) {
    const entries = value.map((entry) => this.#later(items ?? {}, entry, name));
    if (items?.enum) return [laterWord, ...entries];
    if (name === 'locales' || name === 'languages') return [...entries, laterLanguage];
    return name === 'items' ? [...entries, this.#added()] : entries;
  }

  #object({ properties = {} }, value) {
    const fields = Object.entries(value).map(([key, each]) => [
      key,
      this.#later(properties[key] ?? {}, each, key),
    ]);
    const isText = ['ar', 'fr'].some((language) => language in value);
    return {
      ...Object.fromEntries(fields),
      ...(isText ? { [laterLanguage]: 'Hola' } : this.#added()),
    };
  }

  #added() {
    return { [`brandNew${this.#below(100)}`]: { more: [1, null, { text: 'x' }] } };
  }

  /** A linear congruential generator. */
  #below(limit) {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}

const nameOf = (reference) => reference.split('/').at(-1);
