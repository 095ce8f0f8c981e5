import { toJson } from '@nafida/client/natives.js';
import type { Draft } from './draft.js';

// A page that goes does not wait for its database: what was typed last is left where writing takes no time.
const keyOf = (name: string) => `nafida-draft ${name}`;

/** Keeps a draft before it returns, for as long as it is not in the database. */
export function holdDraft(name: string, { content, attempt }: Draft): void {
  const answers = [...content.answers];
  const text = toJson({ content: { ...content, answers }, attempt });
  orUndefined(() => localStorage.setItem(keyOf(name), text));
}

/** The draft that was left by a page that went; undefined where there is none. */
export function heldDraft(name: string): Record<string, unknown> | undefined {
  return orUndefined(() => {
    const { content, attempt } = JSON.parse(localStorage.getItem(keyOf(name)) ?? '') as {
      content: Record<string, unknown>;
      attempt: unknown;
    };
    const answers = new Map(content['answers'] as Iterable<[string, unknown]>);
    return { content: { ...content, answers }, attempt };
  });
}

/** Nothing is left of it. */
export function releaseDraft(name: string): void {
  orUndefined(() => localStorage.removeItem(keyOf(name)));
}

/** What comes of `work`; undefined where storage is forbidden or full, or holds what is not ours. */
function orUndefined<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
