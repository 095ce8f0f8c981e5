import { describeConformance } from './conformance.mjs';
import { startEmbedded, startOnPostgres } from './reference-server.mjs';

describeConformance('the reference server on its embedded database', startEmbedded);
describeConformance('the reference server on PostgreSQL', startOnPostgres);
