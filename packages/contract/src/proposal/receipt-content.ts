/**
 * The text that a receipt's `contentHash` is taken of (UTF-8, SHA-256, hex): a JSON array in this fixed order,
 * so that anyone can recompute it from what they sent.
 */
export function proposalContent(proposal: {
  consultation: string;
  axis: string;
  territory: { code: string; vintage: number } | null;
  title: { text: string; language: string };
  body: { text: string; language: string };
}): string {
  const { consultation, axis, territory, title, body } = proposal;
  return jsonOf([
    consultation,
    axis,
    territory && [territory.code, territory.vintage],
    [title.text, title.language],
    [body.text, body.language],
  ]);
}

/**
 * The text that a receipt's signature is made over (UTF-8): a JSON array in this fixed order. The instant is in UTC and
 * in whole seconds, so that another offset of the same instant signs the same.
 */
export function receiptStatement(
  site: string,
  receipt: { reference: string; receivedAt: string; contentHash: string },
): string {
  const { reference, receivedAt, contentHash } = receipt;
  const second = `${new Date(receivedAt).toISOString().slice(0, 19)}Z`;
  return jsonOf(['nafida-receipt-1', site, reference, second, contentHash]);
}

/** The values in the lists of a receipt. */
type Part = string | number | null | readonly Part[];

// By hand, because a page with an old script library gives arrays a `toJSON` of their own: its receipts would prove wrong.
function jsonOf(part: Part): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part);
  return `[${part.map(jsonOf).join(',')}]`;
}
