import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../harness/tree.mjs';

const LARGEST_BYTES = 1_500_000;
const BINARY = /\.(png|jpe?g|webp|avif|ico|woff2?|gz|br|zip|pdf)$/;
const SOURCE = /^(packages|tests|examples)\/.*\.(ts|mjs|js|css)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/;

const FORBIDDEN = [
  { pattern: new RegExp(`${escaped(root)}(/|\\b)`), because: 'names this checkout' },
  {
    pattern: /(?<![\w.:/-])\/(home|Users|root|work|mnt|media)\/[\w.-]/,
    because: 'names a folder of one machine',
  },
  { pattern: /^\s*(@[\w-]+:)?registry\s*=/, because: 'names a package registry' },
  { pattern: /(\/\/|\*|#|<!--)\s*(TODO|FIXME|XXX|HACK)\b/, because: 'is left open' },
];

/**
 * What no tracked file may hold or be: a path of one machine, a registry, work left open, a name out
 * of style, more than 1.5 MB.
 *
 * @returns {string[]} problems
 */
export function trackedFileProblems() {
  return trackedFiles().flatMap((file) => [...nameProblems(file), ...contentProblems(file)]);
}

function trackedFiles() {
  return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** @returns {string[]} */
export function nameProblems(file) {
  return SOURCE.test(file) && !KEBAB_CASE.test(basename(file))
    ? [`${file}: write file names in kebab-case`]
    : [];
}

function contentProblems(file) {
  const { size } = statSync(file);
  if (size > LARGEST_BYTES) return [`${file}: ${size} bytes, more than ${LARGEST_BYTES}`];
  if (BINARY.test(file) || basename(file) === 'package-lock.json') return [];
  return textProblems(file, readFileSync(file, 'utf8'));
}

/** @returns {string[]} what of a file's text should not be in it, with the line */
export function textProblems(file, text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(
        ({ because }) => `${file}:${index + 1} ${because}: ${line.trim().slice(0, 100)}`,
      ),
    );
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
