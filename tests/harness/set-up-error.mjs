/** Something is missing or broken on this machine; the message says what to do, a stack adds nothing. */
export class SetUpError extends Error {
  name = 'SetUpError';
}
