// Importing this lets every client of the page read the agenda: its sessions and their calendars.
import { sessionsReads } from '@nafida/contract/reads/sessions.js';
import { know } from '../request/known-reads.js';

know(sessionsReads);
