export type { FakeProofCost } from './fake-proofs.js';
export { createFakeServer, type FakeServer, type FakeServerOptions } from './fake-server.js';
export type { SimulatedError } from './simulated-error.js';
export {
  sampleConsultation,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
} from './samples.js';
