// Importing this lets every client of the page read the site itself.
import { siteReads } from '@nafida/contract/reads/site.js';
import { know } from '../request/known-reads.js';

know(siteReads);
