import type { FormStep } from './form-steps.js';

/** The words of a form in steps, in one language. */
export interface StepsMessages {
  /** Which step this is, of how many, from 1. */
  readonly step: (step: number, count: number) => string;
  readonly names: Readonly<Record<FormStep, string>>;
  readonly next: string;
  readonly back: string;
}
