/** A command that cannot be carried out, in a sentence for the person at the command line. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}
