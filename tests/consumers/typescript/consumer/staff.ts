// A program of the staff.
import type { Session, Submission } from '@nafida/client';
import { createStaffClient } from '@nafida/client/staff.js';

const staff = createStaffClient({
  baseUrl: 'https://participation.example',
  site: 'berkane',
  staffToken: 'secret',
});
const edited: Session = await staff.sessions.edit('session-1', { room: null });
const asked: Submission = await staff.proposals.ask('BRK-2026-000001', {
  text: 'Où ?',
  language: 'fr',
});
console.log(edited, asked);
for await (const { name } of staff.registrations.list('session-1')) console.log(name);
// @ts-expect-error no such call
staff.sessions.forget('session-1');
// @ts-expect-error a door code is a text
await staff.registrations.checkIn('session-1', 1234);
