import { resolve } from 'node:path';

/**
 * Changes what Lit does to a page that is not ours, and fails the build unless each place was found exactly once:
 *
 * - lit-html asks for a Trusted Types policy while it is imported, unguarded: on a page that lists policy names the
 *   whole bundle dies. The call becomes one of `guard`.
 * - Three of its modules note their version in an array in the page's global scope. They no longer do.
 * - A map for decorators, which we do not use, stands in that scope too, and `Symbol` gets a property. The map moves
 *   into the module.
 */
export function litAsGuest(guard) {
  const changes = [
    {
      what: 'createPolicy of lit-html',
      pattern: /(\w+)\.createPolicy\("lit-html",(\{createHTML:(\w+)=>\3\})\)/g,
      replacement: 'guardedPolicy($1,$2)',
      header: `import { guardedPolicy } from ${JSON.stringify(resolve(guard))};\n`,
    },
    ...['litHtml', 'litElement', 'reactiveElement'].map((name) => ({
      what: `${name}Versions`,
      pattern: new RegExp(`\\(\\w+\\.${name}Versions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\)`, 'g'),
      replacement: 'void 0',
      header: '',
    })),
    {
      what: 'litPropertyMetadata',
      pattern:
        /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g,
      replacement: 'const litPropertyMetadata=new WeakMap;',
      header: '',
    },
  ];
  const counts = new Map();
  return {
    name: 'lit-as-guest',
    buildStart() {
      for (const { what } of changes) counts.set(what, 0);
    },
    transform(code, id) {
      if (!/node_modules\/(@lit|lit|lit-html|lit-element)\//.test(id)) return null;
      let changed = code;
      for (const { what, pattern, replacement, header } of changes) {
        const found = changed.match(pattern)?.length ?? 0;
        if (found === 0) continue;
        counts.set(what, counts.get(what) + found);
        changed = header + changed.replace(pattern, replacement);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      for (const [what, count] of counts) {
        if (count !== 1) this.error(`${what} was found ${count} times in Lit, not once.`);
      }
    },
  };
}
