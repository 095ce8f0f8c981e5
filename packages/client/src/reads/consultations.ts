// Importing this lets every client of the page read consultations, with what they ask.
import { consultationsReads } from '@nafida/contract/reads/consultations.js';
import { know } from '../known-reads.js';

know(consultationsReads);
