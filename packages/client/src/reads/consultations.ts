// Importing this lets every client of the page read consultations, with what they ask.
import { consultationsReads } from '@nafida/contract/reads/consultations.js';
import { know } from '../request/known-reads.js';

know(consultationsReads);
