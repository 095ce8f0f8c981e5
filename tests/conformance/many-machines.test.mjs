// What stands between and under servers where one machine is not enough: everything that one server does holds there, too.
import { describe } from 'node:test';
import { hasPgbouncer } from '../harness/pgbouncer.mjs';
import { describeConformance } from './conformance.mjs';
import { startBehindPgbouncer, startDivided } from './reference-server.mjs';

const pooled = 'the reference server behind PgBouncer, another session for each transaction';
if (hasPgbouncer()) describeConformance(pooled, startBehindPgbouncer);
else describe.skip(pooled);

describeConformance(
  'the reference server on tables divided by site, files in an object storage',
  startDivided,
);
