import pg, { type CustomTypesConfig } from 'pg';

const int8 = 20;
const date = 1082;

/** Types that both engines must hand over alike: counts as numbers, civil dates as they are written. */
const ownParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: Number,
  [date]: (text) => text,
};

/** The same for an embedded database. */
export const embeddedParsers = ownParsers;

/** Parser of one PostgreSQL type for `pg`. */
export const postgresParsers: CustomTypesConfig['getTypeParser'] = (type, format) =>
  (format !== 'binary' && ownParsers[type]) || (pg.types.getTypeParser(type, format) as TypeParser);

type TypeParser = (value: string) => unknown;
