import { resolve } from 'node:path';

/**
 * lit-html asks for a Trusted Types policy while it is imported, unguarded: on a page that lists policy names the
 * whole bundle dies. Its call is replaced by the one of `guard`. The build fails unless exactly one call was replaced.
 */
export function guardTrustedTypes(guard) {
  const call = /(\w+)\.createPolicy\("lit-html",(\{createHTML:(\w+)=>\3\})\)/g;
  let replaced = 0;
  return {
    name: 'guard-trusted-types',
    buildStart() {
      replaced = 0;
    },
    transform(code) {
      if (!code.includes('createPolicy("lit-html"')) return null;
      const guarded = code.replace(call, (_, factory, rules) => {
        replaced += 1;
        return `guardedPolicy(${factory},${rules})`;
      });
      return {
        code: `import { guardedPolicy } from ${JSON.stringify(resolve(guard))};\n${guarded}`,
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && replaced !== 1) {
        this.error(`lit-html's createPolicy was replaced ${replaced} times, not once.`);
      }
    },
  };
}
