import { resolve } from 'node:path';

/**
 * Changes what Lit and zod do to a page that is not ours. Each change has to be found in the library exactly as often
 * as it says, else the build fails: a new version is looked at again.
 *
 * - lit-html asks for a Trusted Types policy while it is imported, unguarded: on a page that lists policy names the
 *   whole bundle dies. The call becomes one of `guard`.
 * - Three of Lit's modules note their version in an array in the page's global scope. They no longer do.
 * - Lit keeps a map for decorators, which we do not use, in that scope and gives `Symbol` a property. The map moves
 *   into the module.
 * - zod makes arrays of sets with `Array.from`, which MooTools replaces. It spreads them.
 * - zod looks at what objects hold with `for … in`, which also finds what a page added to `Object.prototype`. It looks at
 *   their own keys.
 * - zod keeps its settings and registry in that scope, where a page's own zod would share them. Now each has its own.
 */
export function librariesAsGuests(guard) {
  const changes = [
    {
      what: 'createPolicy of lit-html',
      pattern: /(\w+)\.createPolicy\("lit-html",(\{createHTML:(\w+)=>\3\})\)/g,
      replacement: 'guardedPolicy($1,$2)',
      header: `import { guardedPolicy } from ${JSON.stringify(resolve(guard))};\n`,
      times: 1,
    },
    ...['litHtml', 'litElement', 'reactiveElement'].map((name) => ({
      what: `${name}Versions`,
      pattern: new RegExp(`\\(\\w+\\.${name}Versions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\)`, 'g'),
      replacement: 'void 0',
      header: '',
      times: 1,
    })),
    {
      what: 'litPropertyMetadata',
      pattern:
        /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g,
      replacement: 'const litPropertyMetadata=new WeakMap;',
      header: '',
      times: 1,
    },
    {
      what: 'Array.from of zod',
      pattern: /\bArray\.from\(([\w.]+(?:\.keys\(\))?)\)/g,
      replacement: '[...$1]',
      header: '',
      times: 4,
    },
    {
      what: 'for … in of zod',
      pattern: /\bfor \((const|let) (\w+) in ([\w.]+|\$\{accessor\})\)/g,
      replacement: 'for ($1 $2 of Object.keys($3))',
      header: '',
      times: 19,
    },
    ...[
      ['__zod_globalConfig', 3],
      ['__zod_globalRegistry', 2],
    ].map(([name, times]) => ({
      what: `${name} of zod`,
      pattern: new RegExp(`globalThis(?=\\)?\\??\\.${name})`, 'g'),
      replacement: 'ownScope',
      header: 'const ownScope = {};\n',
      times,
    })),
  ];
  const counts = new Map();
  return {
    name: 'libraries-as-guests',
    buildStart() {
      counts.clear();
    },
    transform(code, id) {
      if (!/node_modules\/(@lit|lit|lit-html|lit-element|zod)\//.test(id)) return null;
      let changed = code;
      for (const { what, pattern, replacement, header } of changes) {
        const found = changed.match(pattern)?.length ?? 0;
        if (found === 0) continue;
        counts.set(what, (counts.get(what) ?? 0) + found);
        changed = header + changed.replace(pattern, replacement);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      for (const { what, times } of changes) {
        const found = counts.get(what) ?? 0;
        if (found !== times) this.error(`${what} was found ${found} times, not ${times}.`);
      }
    },
  };
}
