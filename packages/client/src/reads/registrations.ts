// Importing this lets every client of the page read a registration.
import { registrationsReads } from '@nafida/contract/reads/registrations.js';
import { know } from '../request/known-reads.js';

know(registrationsReads);
