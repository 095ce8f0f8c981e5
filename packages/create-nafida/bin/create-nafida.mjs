#!/usr/bin/env node
import { InvalidAnswer } from '../lib/answers.mjs';
import { main } from '../lib/main.mjs';

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InvalidAnswer)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
