import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../harness/tree.mjs';
import { partedSentences, patternOf, termsOf, typographyIssues } from './terms.mjs';
import { textsOfSource, writtenTexts } from './texts.mjs';

const texts = writtenTexts();
const { used, refused } = termsOf(readFileSync(join(root, 'docs/terms.md'), 'utf8'));
const textsIn = (language) => texts.filter((each) => each.language === language);
const told = ({ file, text }, issue) => `${file}: ${issue}: ${text}`;

test('every text is read: catalogues, mails, feeds and the demonstration, in their languages', () => {
  for (const part of ['elements/src', 'server/src/mail', 'contract/src/calendar', 'plain-html']) {
    for (const language of ['ar', 'fr']) {
      assert.ok(
        textsIn(language).some(({ file }) => file.includes(part)),
        `${part} in ${language}`,
      );
    }
  }
  const catalogues = new Set(
    texts.map(({ file }) => file).filter((file) => /\.ar\.ts$/.test(file)),
  );
  assert.ok(catalogues.size > 15, `only ${catalogues.size} Arabic catalogues`);
});

test('a term of the page is in use', () => {
  const unused = used.filter(
    ({ language, form }) =>
      !textsIn(language).some(({ text }) => text.toLowerCase().includes(form.toLowerCase())),
  );
  assert.deepEqual(unused, []);
});

test('no text holds a form that the page refuses', () => {
  assert.ok(refused.length > 60, `only ${refused.length} forms`);
  const problems = refused.flatMap(({ language, form }) => {
    const pattern = patternOf(form);
    return textsIn(language)
      .filter(({ text }) => pattern.test(text))
      .map((each) => told(each, `says ${form}`));
  });
  assert.deepEqual(problems, []);
});

test('every text keeps to the typography of its language', () => {
  const problems = texts.flatMap((each) =>
    typographyIssues(each).map((issue) => told(each, issue)),
  );
  assert.deepEqual(problems, []);
});

test('a sentence that is one in a language is one in the others', () => {
  assert.deepEqual(partedSentences(texts), []);
});

test('words are found behind particles, and not inside other words', () => {
  const found = (text, form) => patternOf(form).test(text);
  assert.ok(found('الاتصال بالإنترنت ضعيف', 'إنترنت'));
  assert.ok(found('للإنترنت', 'إنترنت'));
  assert.ok(found('وبيانات أخرى', 'بيانات'));
  assert.ok(!found('جارٍ التحميل', 'جار'));
  assert.ok(!found('اختياري', 'اختيار'));
  assert.ok(found('Rencontre tenue', 'rencontre tenue'));
  assert.ok(!found('attenue', 'tenue'));
});

test('issues of typography are reported', () => {
  const french = [
    'Quoi ?',
    'Lieu\u202f: ici',
    'Lieu: ici',
    "l'axe",
    '«\u202foui\u202f»',
    '9 h 30',
    '5 %',
    'Quoi?',
  ];
  for (const text of french) {
    assert.notDeepEqual(typographyIssues({ language: 'fr', text }), [], text);
  }
  const arabic = ['لماذا?', 'أولا, ثانيا', 'مؤقتًا', '٣ مقاعد', 'المكان :', 'تحميل...'];
  for (const text of arabic) {
    assert.notDeepEqual(typographyIssues({ language: 'ar', text }), [], text);
  }
  const sound = 'Lieu\u00a0: «\u00a0ici\u00a0», à 9\u00a0h\u202f; l’axe suit https://exemple.ma/x';
  assert.deepEqual(typographyIssues({ language: 'fr', text: sound }), []);
});

test('sentences that differ are reported, and the language of a list is known by its name', () => {
  const source = (first, second) =>
    textsOfSource('x.ar.ts', `const m = { a: '${first}', b: '${second}' };`).concat(
      textsOfSource('x.fr.ts', "const m = { a: 'Bien reçu.', b: 'Bien reçu.' };"),
      textsOfSource('x.en.ts', "const m = { a: 'Received.', b: 'Received.' };"),
    );
  assert.deepEqual(partedSentences(source('وصل.', 'وصل.')), []);
  assert.equal(partedSentences(source('وصل.', 'توصلنا به.')).length, 2);
  const [text] = textsOfSource('x.ts', 'const months = { fr: `Lieu ${name}` };');
  assert.deepEqual([text.language, text.text], ['fr', 'Lieu \uFFFC']);
});
