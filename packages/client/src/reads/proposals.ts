// Importing this lets every client of the page read published proposals.
import { proposalsReads } from '@nafida/contract/reads/proposals.js';
import { know } from '../request/known-reads.js';

know(proposalsReads);
