import { transformSync } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';

// The library's stand-in for what a template holds between `${` and `}`. esbuild takes it for a rule and writes a space.
const standIn = /(@TEMPLATE_EXPRESSION_*) \(\)/g;

// Its own semicolon is taken for that of the declaration whose value it stands for, which would run into the next one.
const standInForValue = /@(TEMPLATE_EXPRESSION_*\(\));(?=;)/g;
const keptValue = /(?<!@)(TEMPLATE_EXPRESSION_*\(\))/g;

const minifyOptions = {
  // One space is left of each gap: what people see is then to the letter what the tests of the elements saw.
  conservativeCollapse: true,
  removeEmptyAttributes: false,
  minifyJS: false,
  minifyCSS(code) {
    const { code: minified } = transformSync(code.replace(standInForValue, '$1'), {
      loader: 'css',
      minify: true,
      target: 'esnext',
      // A dash stays a dash: written as `\2013` it is no valid escape in a template, and the whole sheet is lost.
      charset: 'utf8',
    });
    if (minified.includes('\\') && !code.includes('\\')) {
      throw new Error(`An escape of CSS means something else in a template: ${minified}`);
    }
    return minified.trim().replace(standIn, '$1()').replace(keptValue, '@$1;');
  },
};

/** Takes the white space out of our html`` and css`` templates. */
export function literals() {
  let count;
  return {
    name: 'literals',
    buildStart() {
      count = 0;
    },
    async transform(code, id) {
      // The compiler writes a space before the backtick.
      if (!/packages\/elements\/dist\//.test(id) || !/\b(html|css|svg)\s*`/.test(code)) return null;
      count += 1;
      return minifyHTMLLiterals(code, { fileName: id, minifyOptions });
    },
    buildEnd(error) {
      if (!error && count === 0)
        this.error('No template was found to take the white space out of.');
    },
  };
}
