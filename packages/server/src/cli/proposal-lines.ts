import type { Submission } from '@nafida/contract';
import { listLength } from '../administration/proposal-commands.js';

/** A queue to read on a terminal: reference, when, where it stands, title and text. */
export function proposalLines(proposals: readonly Submission[]): string {
  if (proposals.length === 0) return 'Nothing here.';
  const more =
    proposals.length === listLength ? '\n\nThere may be more: these are the oldest.' : '';
  const lines = proposals
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
  return lines + more;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
