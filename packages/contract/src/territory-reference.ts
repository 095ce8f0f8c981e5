import * as z from 'zod/mini';
import { territoryCodePattern } from './identifiers.js';

/**
 * A place by its HCP code together with the vintage of the code list, because 207 communes changed
 * code between 2014 and 2024. A code or a list that this version does not know stays as it is.
 */
export const territoryReferenceSchema = z.object({ code: z.string(), vintage: z.int() });

/** The same as people send it: a code of a list that there is, and nothing else. */
export const territoryReferenceInputSchema = z.strictObject({
  code: z.string().check(z.regex(territoryCodePattern)),
  vintage: z.union([z.literal(2014), z.literal(2024)]),
});

/** See {@link territoryReferenceSchema}. */
export type TerritoryReference = z.output<typeof territoryReferenceSchema>;

/** See {@link territoryReferenceInputSchema}. */
export type TerritoryReferenceInput = z.output<typeof territoryReferenceInputSchema>;

/** Level of a place, from the widest to the narrowest. */
export const territoryLevels = ['region', 'province', 'commune', 'arrondissement'] as const;

/** See {@link territoryLevels}. */
export type TerritoryLevel = (typeof territoryLevels)[number];
