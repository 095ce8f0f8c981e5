import type { FileErrorCode } from '../database/tables.js';

/** The server does not accept a file. */
export class FileError extends Error {
  readonly code: FileErrorCode;

  constructor(code: FileErrorCode) {
    super(code);
    this.name = 'FileError';
    this.code = code;
  }
}
