import { withMarksOfWindows } from './decode.js';

const knownTag =
  /<\/?(?:a|abbr|b|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|s|small|span|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?=[\s/>])[^<>]*>/i;
const character = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,7});/i;

/** Whether a text is HTML, as Google and plug-ins of websites write what should be plain. */
export function looksLikeHtml(text: string): boolean {
  return knownTag.test(text) || character.test(text);
}

/** The text of HTML: its lines, its lists with bullets, its links with their addresses. Nothing in it is run or loaded. */
export function htmlText(html: string): string {
  const isLaidOut = /<(?:br|p|div|li|tr|h[1-6]|html|body)\b/i.test(html);
  let text = '';
  let link: { readonly href: string; readonly from: number } | undefined;
  const say = (content: string) => {
    // Between tags that lay lines out, breaks in the source are blanks, as in a browser.
    text += characters(isLaidOut ? content.replace(/[ \t\n]+/g, ' ') : content);
  };
  const parts = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(style|script|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .split(/(<\/?[a-z!?][^<>]*>)/i);
  parts.forEach((part, index) => {
    if (index % 2 === 0) return say(part);
    const [, closing, tag = ''] = /^<(\/?)([a-z\d:]*)/i.exec(part) ?? [];
    switch (tag.toLowerCase()) {
      case 'a':
        if (link) text = text.slice(0, link.from) + linked(text.slice(link.from), link.href);
        link = closing ? undefined : { href: hrefOf(part), from: text.length };
        break;
      case 'br':
      case 'div':
      case 'tr':
        text += '\n';
        break;
      case 'li':
        if (!closing) text += '\n• ';
        break;
      case 'td':
      case 'th':
        if (closing) text += ' ';
        break;
      case 'p':
      case 'ul':
      case 'ol':
      case 'table':
      case 'blockquote':
      case 'hr':
        text += '\n\n';
        break;
      default:
        if (/^h[1-6]$/i.test(tag)) text += '\n\n';
    }
  });
  if (link) text = text.slice(0, link.from) + linked(text.slice(link.from), link.href);
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{2,}(?=• )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function hrefOf(tag: string): string {
  const [, double, single, bare] =
    /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
  const href = characters(double ?? single ?? bare ?? '').trim();
  return /^(?:https?:|mailto:|tel:)/i.test(href) ? href : '';
}

/** The text of a link and its address, which is written once. */
function linked(content: string, href: string): string {
  const address = href.replace(/^(?:mailto|tel):/i, '');
  if (!address || content.replace(/\s/g, '').includes(address)) return content;
  return content.trim() ? `${content} (${address})` : address;
}

/** Letters by the names that French and plain punctuation need; others stay as they are written. */
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '' },
  ...{ laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚' },
  ...{ hellip: '…', ndash: '–', mdash: '—', bull: '•', middot: '·', deg: '°', euro: '€' },
  ...{ copy: '©', times: '×', ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c', zwj: '\u200d' },
  ...{ lrm: '\u200e', rlm: '\u200f', szlig: 'ß', oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ' },
};
const accents: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', cedil: '\u0327' },
  ...{ tilde: '\u0303', ring: '\u030a' },
};

function characters(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi,
    (written: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name === undefined)
        return letterOf(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16));
      const accented = /^([a-z])(acute|grave|circ|uml|cedil|tilde|ring)$/i.exec(name);
      if (accented) return (accented[1]! + accents[accented[2]!.toLowerCase()]!).normalize('NFC');
      return named[name] ?? named[name.toLowerCase()] ?? written;
    },
  );
}

function letterOf(code: number): string {
  const isLetter = code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff);
  return isLetter && (code < 0xd800 || code > 0xdfff)
    ? withMarksOfWindows(String.fromCodePoint(code))
    : '';
}
