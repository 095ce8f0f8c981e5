import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlText, looksLikeHtml } from './html-text.js';

describe('HTML as plain text', () => {
  it('keeps its lines, lists, links and letters', () => {
    for (const [html, text] of [
      ['Un<br>Deux<br/>Trois', 'Un\nDeux\nTrois'],
      ['<p>Un</p>\n<p>Deux</p>', 'Un\n\nDeux'],
      ['<div>Un</div><div>Deux</div>', 'Un\n\nDeux'],
      ['<h2>Titre</h2>Texte', 'Titre\n\nTexte'],
      ['<ul><li>Un</li><li>Deux</li></ul>', '• Un\n• Deux'],
      ['<p>a\n  b</p>', 'a b'],
      ['a\n<b>b</b>', 'a\nb'],
      ['<a href="https://a.example/x?b=1&amp;c=2">ici</a>', 'ici (https://a.example/x?b=1&c=2)'],
      ["<A HREF='https://a.example'>https://a.example</A>", 'https://a.example'],
      ['<a href=https://a.example></a>', 'https://a.example'],
      ['<a href="mailto:a@b.example">écrire</a>', 'écrire (a@b.example)'],
      ['<a href="javascript:alert(1)">ici</a>', 'ici'],
      ['<a href="https://a.example">ouvert', 'ouvert (https://a.example)'],
      ['L&rsquo;&eacute;t&#233; &#xE9;&nbsp;&Eacute;&ccedil;a &#146;', 'L’été é Éça ’'],
      ['&lt;b&gt; n’est pas une balise', '<b> n’est pas une balise'],
      ['<style>p{}</style><script>x()</script><!-- y -->Texte', 'Texte'],
      ['<table><tr><td>9 h</td><td>Accueil</td></tr></table>', '9 h Accueil'],
      ['&inconnu; &#0; &#xD800;&#x110000;', '&inconnu;'],
    ] as const) {
      assert.equal(htmlText(html), text, html);
    }
  });
  it('differs from text that only looks a little like it', () => {
    for (const text of [
      'a < b > c',
      'Sites R&D ; suite',
      'a <commune@b.example>',
      'x<y',
      '1 <2> 3',
    ]) {
      assert.equal(looksLikeHtml(text), false, text);
    }
    for (const text of ['a<br>b', '<P>a', 'a&nbsp;b', '&#8217;']) {
      assert.equal(looksLikeHtml(text), true, text);
    }
  });
});
