// The texts of an element lie in one module per language, `messages.<language>.js`, loaded when it is spoken.
const pattern = /messages\.(\w+)\.js$/;

/** Whether a module holds texts. */
export function isTexts(id) {
  return pattern.test(id);
}

/** Whether a module is only there for one language. */
export function isInOneLanguage(id) {
  return /\.(ar|fr|zgh|en)\.js$/.test(id);
}

/** Language of a chunk of texts; undefined for other chunks. */
export function languageOf({ facadeModuleId }) {
  return pattern.exec(facadeModuleId ?? '')?.[1];
}
