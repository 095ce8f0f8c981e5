// Importing this lets every client of the page read what became of a proposal, by its tracking code.
import { receiptsReads } from '@nafida/contract/reads/receipts.js';
import { know } from '../request/known-reads.js';

know(receiptsReads);
