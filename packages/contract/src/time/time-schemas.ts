import * as z from 'zod/mini';

/** An instant, RFC 3339 with offset or `Z`, for example `2026-11-30T15:00:00+00:00`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A civil date without zone, `YYYY-MM-DD`. */
export const civilDateSchema = z.iso.date();

/** An IANA zone name, for example `Africa/Casablanca`. */
export const timeZoneSchema = z.string().check(z.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/));
