/** Why a file is not taken, by the code of the problem. */
export type RefusalCode =
  'attachment_type' | 'attachment_unreadable' | 'attachment_too_large' | 'attachment_unsupported';

/** Thrown where a file is not taken. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
  }
}
