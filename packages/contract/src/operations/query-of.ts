import { locales, type Locale } from '../text/locale.js';
import type { Operation } from './operation.js';

/**
 * The query of a request, ready to be checked. Other keys in a URL (`utm_source`, `fbclid`, a plug-in's `nocache` or
 * `lang`) are ignored, so that they never make a citizen's request fail; for staff they are an issue. A key that occurs
 * twice becomes a list, which no schema of a query accepts.
 */
export function queryOf(
  { authentication, query }: Pick<Operation, 'authentication' | 'query'>,
  search: URLSearchParams,
): Record<string, string | string[]> {
  const known = query.shape;
  const isStrict = authentication === 'staff_token';
  const found: Record<string, string | string[]> = {};
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key);
    if (!isStrict && !Object.hasOwn(known, key)) continue;
    if (key !== 'lang') {
      found[key] = values.length === 1 ? values[0]! : values;
      continue;
    }
    const language = values.map(localeOf).find((locale) => locale !== undefined);
    if (language) found[key] = language;
  }
  return found;
}

/** `ar-MA` and `fr_FR` are Arabic and French; undefined for a language that is none of the protocol's. */
function localeOf(tag: string): Locale | undefined {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return locales.find((locale) => locale === language);
}
