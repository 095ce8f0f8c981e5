import type { Submission } from '@nafida/contract';

/** A queue to read on a terminal: reference, when, where it stands, title and text. */
export function proposalLines(proposals: readonly Submission[]): string {
  if (proposals.length === 0) return 'Nothing here.';
  return proposals
    .map(({ reference, receivedAt, moderation, axis, territory, title, body, author }) => {
      const place = territory ? `  ${territory.code}` : '';
      const by = author?.name ? `\n  — ${oneLine(author.name)}` : '';
      return [
        `${reference}  ${receivedAt.slice(0, 16).replace('T', ' ')}  ${moderation}  ${axis}${place}`,
        `  ${oneLine(title.text)}`,
        `  ${oneLine(body.text)}${by}`,
      ].join('\n');
    })
    .join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
