export { createStaffClient, type StaffClient } from './staff-client.js';
