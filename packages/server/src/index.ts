export {
  openAdministration,
  type Administration,
  type DatabasePlace,
} from './open-administration.js';
export { CommandError } from './command-error.js';
export type {
  CommandInput,
  CommandName,
  CommandOutput,
  RunCommand,
} from './administration/commands.js';
export type { ConsultationInput } from './administration/inputs.js';
export type { SessionInput } from '@nafida/contract/staff.js';
export { DataDirectoryInUse } from './control/data-directory.js';
export { buildDatabaseImage } from './database/database-image.js';
export type { ServerOptions } from './server-options.js';
export { startServer, type RunningServer } from './start-server.js';
