/** The languages that elements have texts in; Amazigh pages borrow the French ones. */
export const languages = ['ar', 'fr', 'en'];

// The texts of an element lie in one module per language, `messages.<language>.js` or `…-messages.<language>.js`.
const pattern = /\.(ar|fr|en)\.js$/;

/** The language that a module is only there for; undefined for every other module. */
export function languageOf(id) {
  return pattern.exec(id)?.[1];
}

/**
 * Makes the texts of one language part of the file that asks for them: nobody waits for a second request in order to
 * read. Those of the other languages stay where they are, for a page that changes its language.
 */
export function foldTexts(language) {
  const importOfTexts = new RegExp(
    `import\\((['"])(\\.{1,2}/[^'"]*\\.${language}\\.js)\\1\\)`,
    'g',
  );
  let count;
  return {
    name: 'fold-texts',
    buildStart() {
      count = 0;
    },
    transform(code, id) {
      const imports = [];
      const folded = code.replace(importOfTexts, (_import, _quote, file) => {
        imports.push(`import * as texts${imports.length} from '${file}';\n`);
        return `Promise.resolve(texts${imports.length - 1})`;
      });
      if (imports.length === 0 || languageOf(id)) return null;
      count += imports.length;
      return { code: imports.join('') + folded, map: null };
    },
    buildEnd(error) {
      if (!error && count === 0) this.error(`No texts of "${language}" were found to fold in.`);
    },
  };
}
