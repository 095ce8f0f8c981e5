// The types of the tags for all frameworks: what each takes and fires, out of custom-elements.json.
import { customElementsOf } from './custom-elements.mjs';

/**
 * A declaration file beside `dist/index.d.ts`, which the files in `types/` build on.
 *
 * @param {object} manifest custom-elements.json
 */
export function typings(manifest) {
  const elements = customElementsOf(manifest);
  const classes = elements.map(({ name }) => name);
  const events = elements.flatMap((element) => ownEvents(element).map(({ type }) => type.text));
  return `// Written by the build out of custom-elements.json; do not edit.
import type { ${[...new Set([...classes, ...events])].sort().join(', ')} } from './index.js';

/** What each tag takes and fires, by its name. */
export interface NafidaTags {
${elements.map(tagOf).join('\n')}
}
`;
}

function tagOf(element) {
  const { name, tagName, summary, attributes, members } = element;
  const asAttributes = new Set(attributes.map((attribute) => attribute.name));
  const settable = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  return `  /** ${comment(summary)} */
  '${tagName}': {
    element: ${name};
    /** As HTML writes them. */
    attributes: {
${attributes.map(({ fieldName, ...each }) => optional(each, `${name}['${fieldName}']`)).join('\n')}
    };
    /** Where the name is that of no attribute. */
    properties: {
${settable
  .filter((field) => !asAttributes.has(field.name))
  .map((field) => optional(field, `${name}['${field.name}']`))
  .join('\n')}
    };
    /** Beyond those of every element. */
    events: {
${ownEvents(element)
  .map(({ name: event, type, description }) => `${said(description)}'${event}': ${type.text};`)
  .join('\n')}
    };
  };`;
}

function ownEvents({ events }) {
  return events.filter(({ type }) => type.text !== 'Event');
}

function optional({ name, description }, type) {
  return `${said(description)}'${name}'?: ${type} | undefined;`;
}

function said(description) {
  return `      /** ${comment(description)} */\n      `;
}

function comment(text) {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/');
}
