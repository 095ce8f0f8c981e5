import { resolve } from 'node:path';

/** What somebody answered that cannot be, in words for them. */
export class InvalidAnswer extends Error {}

const frameworks = ['plain', 'vite'];
const languages = ['ar', 'fr', 'en'];

/** What a project is made of: what to ask, what it is unless somebody says otherwise, and how it is read. */
export const questions = {
  folder: {
    question: 'Folder',
    fallback: 'nafida-site',
    read: (text) => resolve(text),
  },
  framework: {
    question: `Framework (${frameworks.join(', ')})`,
    fallback: 'plain',
    read: (text) => oneOf(frameworks, text, 'framework'),
  },
  site: {
    question: 'Name of the site on the participation server',
    fallback: 'my-commune',
    read(text) {
      if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(text)) return text;
      throw new InvalidAnswer(
        `The site is a name such as berkane: 2 to 63 letters a to z, digits and hyphens, not "${text}".`,
      );
    },
  },
  languages: {
    question: `Languages (${languages.join(', ')})`,
    fallback: 'ar,fr',
    read(text) {
      const asked = text.split(/[\s,]+/).filter(Boolean);
      if (asked.length === 0) throw new InvalidAnswer('Name at least one language.');
      return [...new Set(asked.map((language) => oneOf(languages, language, 'language')))];
    },
  },
};

function oneOf(allowed, text, name) {
  if (allowed.includes(text)) return text;
  throw new InvalidAnswer(`The ${name} is one of ${allowed.join(', ')}, not "${text}".`);
}
