import * as z from 'zod/mini';
import { territoryCodePattern } from './identifiers.js';

/**
 * A place by its HCP code together with the vintage of the code list, because 207 communes changed
 * code between 2014 and 2024.
 */
export const territoryReferenceSchema = z.object({
  code: z.string().check(z.regex(territoryCodePattern)),
  vintage: z.union([z.literal(2014), z.literal(2024)]),
});

/** The same as people send it: unknown keys are refused. */
export const territoryReferenceInputSchema = z.strictObject(territoryReferenceSchema.shape);

/** See {@link territoryReferenceSchema}. */
export type TerritoryReference = z.output<typeof territoryReferenceSchema>;

/** Level of a place, from the widest to the narrowest. */
export const territoryLevels = ['region', 'province', 'commune', 'arrondissement'] as const;

/** See {@link territoryLevels}. */
export type TerritoryLevel = (typeof territoryLevels)[number];
