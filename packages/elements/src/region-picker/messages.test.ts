import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messages as ar } from './messages.ar.js';
import { messages as en } from './messages.en.js';
import { messages as fr } from './messages.fr.js';
import type { RegionPickerMessages } from './messages.js';

function textsOf(messages: RegionPickerMessages): string[] {
  const counts = [0, 1, 2, 3, 11, 100];
  const levels = ['region', 'province', 'commune'] as const;
  return [
    messages.optional,
    messages.placeholder,
    messages.help,
    ...Object.values(messages.kinds),
    ...levels.map((level) => messages.whole(level)),
    ...[...levels, 'arrondissement' as const].map((level) => messages.label([level])),
    messages.label(levels),
    messages.required(levels),
    messages.wrongLevel(['province']),
    ...(['province', 'commune', 'arrondissement'] as const).flatMap((level) =>
      counts.map((count) => messages.parts(level, count)),
    ),
    ...counts.map(messages.results),
    messages.manyResults(50),
    messages.empty('1'),
    messages.notChosen('1'),
    messages.outside('1'),
    messages.recent,
    messages.nearby,
    messages.locate,
    messages.locating,
    messages.locateHint,
    messages.notLocated,
    messages.all,
    messages.country,
    messages.path,
    messages.open,
    messages.close,
    messages.clear,
    messages.browse,
    messages.loading,
    messages.failed,
    messages.retry,
    messages.unknownCode,
  ];
}

const [arabic, french, english] = [ar, fr, en].map(textsOf);

describe('texts of the region picker', () => {
  it('say something everywhere', () => {
    for (const text of [arabic, french, english].flat()) assert.notEqual(text!.trim(), '');
  });
  it('hold no ordinary space before French double punctuation, and curly apostrophes', () => {
    for (const text of french!) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });
  it('use Arabic punctuation, Latin digits and no Latin letters in Arabic', () => {
    for (const text of arabic!) assert.doesNotMatch(text, /[,;?A-Za-z]|[٠-٩]/, text);
  });
  it('name alternatives from the smallest to the largest', () => {
    assert.equal(fr.label(['region', 'province', 'commune']), 'Commune, province ou région');
    assert.equal(fr.label(['province']), 'Province ou préfecture');
    assert.equal(en.label(['region', 'province']), 'Province or region');
    assert.equal(ar.label(['region', 'commune']), 'الجماعة أو الجهة');
  });
});
