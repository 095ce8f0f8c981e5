import * as z from 'zod/mini';

/**
 * An enumeration in an answer: a value this version does not know becomes `'unknown'`
 * instead of an error, so that an older page keeps working with a newer server.
 */
export function openEnum<const Values extends readonly [string, ...string[]]>(
  values: Values,
): OpenEnum<Values> {
  return z.catch(z.enum([...values, 'unknown']), 'unknown') as OpenEnum<Values>;
}

type OpenEnum<Values extends readonly string[]> = z.ZodMiniCatch<
  z.ZodMiniEnum<{ [Value in Values[number] | 'unknown']: Value }>
>;
