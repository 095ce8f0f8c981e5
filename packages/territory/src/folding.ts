/** A word reduced to what people hear in it. */
export interface FoldedLetters {
  /** All its letters. */
  readonly literal: string;
  /** The same without its article (`الجديدة`, `Errachidia`) and silent e, or the usual form of a word with several. */
  readonly bare: string;
}

/** A folded word and where it stands in its text, as UTF-16 offsets. */
export interface FoldedWord extends FoldedLetters {
  readonly start: number;
  readonly end: number;
}

// An elided article is a word of its own (L'Oriental); any other apostrophe stands inside its word (M'diq).
const WORD = /[ldLD]['’](?=\p{L})|[\p{L}\p{N}\p{M}\p{Cf}'’‘`´]+/gu;

// Diacritics and tashkeel (hamza and madda too, once decomposed), tatweel and other modifier letters,
// invisible marks, the lone hamza, and the ayn of Latin Amazigh.
const SILENT = /[\p{M}\p{Cf}\p{Lm}'’‘`´ءɛ]/gu;

/** A letter or digraph written before the one letter that stands for its sound; alone, it has none. */
const SOUNDS = new Map(
  (
    'ٱا ةه ۀه ەه ہه ھه ىي یي ېي ےي کك گك ڭك ݣك ڨك ڤف پب چج ' +
    'ⴰa ⴱb ⴳg ⴷd ⴹd ⴻi ⴼf ⴽk ⵀh ⵃh ⵄ ⵅx ⵇk ⵉi ⵊj ⵍl ⵎm ⵏn ⵓu ⵔr ⵕr ⵖɣ ⵙs ⵚs ⵛʃ ⵜt ⵟt ⵡu ⵢi ⵣz ⵥz ' +
    'tchʃ chʃ shʃ khx ghɣ rhɣ djj phf tht dhd ck qk ei yi ou wu pb ' +
    // Digits that stand for Arabic letters in Darija: 2 ء, 3 ع, 5 خ, 6 ط, 7 ح, 9 ق.
    '2 3 5x 6t 7h 9k'
  )
    .split(' ')
    .map((pair) => (pair.length > 1 ? [pair.slice(0, -1), pair.slice(-1)] : [pair, ''])),
);

const SPELLED = new RegExp(
  `tch|[cgkprstd]h|dj|[${[...SOUNDS.keys()].filter((key) => key.length === 1).join('')}]`,
  'g',
);

const soundOf = (spelled: string): string => SOUNDS.get(spelled) ?? spelled;

const ARABIC_WORD = /^[\u0600-\u06ff]+$/;

/** Folded spellings of frequent words, and the one that stands for them. */
const USUAL_FORMS = new Map(
  [
    'bni bini',
    'ulad ulid uld',
    'bin bn ibn',
    'mulai mi mli',
    'abdalah abdilah',
    'muhamad muhamid',
    'uid uad uadi',
    'zauia zauiat zauit',
    'jma jima jama jimat jmat jamat',
    'xmis ximis',
    'tnin atnin itnin',
    'tlat tlata talata tlita',
    'sibt sabt',
    'اولاد ولاد',
    'بن ابن',
    'واد وادي',
  ].flatMap((line) => {
    const [usual = '', ...others] = line.split(' ');
    return others.map((other): [string, string] => [other, usual]);
  }),
);

const VOWELS = 'aiuاويه';
const VOWEL = new RegExp(`[${VOWELS}]`, 'g');
const VOWEL_CODES = new Set([...VOWELS].map((vowel) => vowel.charCodeAt(0)));

// Written apart or as the first letters of the word; before a sun letter the l turns into that letter.
const ARTICLE =
  /^(?:ال(?=..)|ل(?=...)|[ai]l(?=..)|[ai](?=([rsdtnzʃj])\1)|i(?=ʃ[aiu]..)|l(?=[^aiu]..))/;
const ARTICLE_BEFORE_AYN = /^[lⵍ](?=[3ⵄ])/;

// Written or left out at will: Tafraout, Tafraoute. An accent keeps it: Salé.
const SILENT_E = /([b-df-hj-np-tv-xz])e$/;

// Written for ta marbuta: طنجا, القنيطرا.
const FINAL_ALEF = /(..)ا$/;

/** The words of a text in order, folded; punctuation, spaces and hyphens part them. */
export function foldWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const letters = foldLetters(word);
    if (letters.literal) words.push({ start, end: start + word.length, ...letters });
  }
  return words;
}

/** All letters of a text, folded as one word. Folding what is already folded changes nothing. */
export function fold(text: string): string {
  return withoutDoubles(soundsOf(lettersOf(text)));
}

/** How many characters of `word` its first `letters` folded letters take up, doubled letters and marks included. */
export function lengthOfFolded(word: string, letters: number): number {
  let length = word.length;
  while (length > 0 && fold(word.slice(0, length)).length > letters) length--;
  return length;
}

/** Consonants alone, with those that are often taken for one another made one. */
export function consonantsOf(folded: string): string {
  return withoutDoubles(
    folded
      .replace(VOWEL, '')
      .replace(/[طث]/g, 'ت')
      .replace(/[ظضذ]/g, 'د')
      .replace(/ص/g, 'س')
      .replace(/[غق]/g, 'ك'),
  );
}

/** A set of the consonants in a folded word, one bit each; now and then two share one. */
export function consonantMarks(folded: string): number {
  let marks = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (!VOWEL_CODES.has(code)) marks |= 1 << (code & 31);
  }
  return marks;
}

function foldLetters(word: string): FoldedLetters {
  const letters = lettersOf(word);
  const sounds = soundsOf(letters);
  const literal = withoutDoubles(sounds);
  const stem = letters.replace(ARTICLE_BEFORE_AYN, '').replace(SILENT_E, '$1');
  const core = stem === letters ? sounds : soundsOf(stem);
  const bare = withoutDoubles(core.replace(ARTICLE, '').replace(FINAL_ALEF, '$1ه'));
  return { literal, bare: USUAL_FORMS.get(literal) ?? bare };
}

function lettersOf(word: string): string {
  return word.normalize('NFKD').toLowerCase();
}

function soundsOf(letters: string): string {
  const bare = letters.replace(SILENT, '');
  return /^\d*$/.test(bare) ? bare : spokenAs(bare);
}

function spokenAs(letters: string): string {
  // Half of all names; they have no digraphs.
  if (ARABIC_WORD.test(letters)) return letters.replace(SPELLED, soundOf);
  const sounds = withVowels(letters)
    .replace(/c(?=[eiy])/g, 's')
    .replace(/([gq])[ouw]+(?=[aeiy])/g, '$1')
    .replace(SPELLED, soundOf);
  // One sound may complete another digraph.
  return /[cdgkprst]h|dj|gu+[ai]/.test(sounds) ? spokenAs(sounds) : sounds;
}

/**
 * Beside consonants, ayn and ḥ written as one sign stand for a vowel of French spelling, too: `bou3za` Bouazza, `3in`
 * Aïn, ⵍⵄⵢⵓⵏ Laâyoune, `t7anaout` Tahannaout.
 */
function withVowels(letters: string): string {
  if (!/[37ⵄ]/.test(letters)) return letters;
  return letters
    .replace(/[3ⵄ](?=[^aeiouⴰⴻⵉⵓ])|^[3ⵄ](?=[eiⴻⵉ])/g, 'a')
    .replace(/([cdgkprt])7/g, '$1ah');
}

/** Folded words run together; where they meet, a double letter is one too (er-Rachidia). */
export function joinFolded(words: readonly string[]): string {
  return words.reduce(
    (joined, word) =>
      joined !== '' && joined.endsWith(word.charAt(0)) ? joined + word.slice(1) : joined + word,
    '',
  );
}

function withoutDoubles(sounds: string): string {
  for (let at = 1; at < sounds.length; at++) {
    if (sounds[at] === sounds[at - 1]) return sounds.replace(/(.)\1+/gu, '$1');
  }
  return sounds;
}
