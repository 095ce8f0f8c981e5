import { minifyHTMLLiterals } from 'minify-literals';

/** Takes the white space out of our html`` and css`` templates. */
export function literals() {
  return {
    name: 'literals',
    async transform(code, id) {
      if (!/packages\/elements\/dist\//.test(id) || !/\b(html|css|svg)`/.test(code)) return null;
      return minifyHTMLLiterals(code, { fileName: id });
    },
  };
}
