// docs/tags.md: every tag with its attributes, events, parts and variables.
import { nestedIn } from './nested.mjs';
import { sharedVariables, tags } from './sources.mjs';

/** Said once, at the head of the page. */
const saidAtTheHead = new Set(['api', 'site']);

const head = `
# The tags

\`npm run tags\` writes this page from the comments in the element classes; do not edit it.

- **Server**: \`api\` (its address) and \`site\` (the name of the commune, province or region on it) are attributes of
  the \`<script>\` (there \`data-api\` and \`data-site\`), of a \`<nafida-provider>\`, or of the tag itself; the nearest one
  counts. The picker needs neither.
- **Content systems** that remove unknown tags keep \`<div data-nafida="session-calendar" data-view="list">\`: the name of the tag
  without \`nafida-\`, and \`data-\` before each attribute. \`nafida.js\` makes the tag of it.
- **Language**: \`lang\` of the tag, or of the nearest element around it that has one.
- **Attributes** are properties too, in camel case: \`min-level\` is \`minLevel\`. A wrong value is reported on the console
  once, and never stops the page.
- **Headings**: the headings of a tag begin at the level of \`heading-level\` (default: 2), which is right under the title of
  the page. Under another heading of the page, give it the next level: 3 under an \`<h2>\`.
- **Events** bubble, also out of shadow roots. They report what a person does, never what the page sets.
- **Looks**: tags take font, text size and text colour from the page. Use [variables](#css-variables), set on the tag or on
  anything around it, parts and states to change more. Colours have a default for light and one for dark pages
  (\`color-scheme\`).

\`\`\`css
body {
  --nafida-color-accent: #7a1f3d;
  --nafida-radius: 0;
}
nafida-region-picker::part(control) {
  border-width: 2px;
}
\`\`\`
`;

const formPart =
  'Takes part in the form around it as a native field does: `form`, `labels`, `validity`, `validationMessage`, ' +
  '`willValidate`, `checkValidity()`, `reportValidity()`, `setCustomValidity()`, `<fieldset disabled>`, reset, and what ' +
  'the browser puts back on the way back.';

/** The page, in Markdown. */
export function tagsPage() {
  const variables = sharedVariables.map(
    ({ name, unless, says }) => `\`${name}\`: ${says}${unless ? `; \`${unless}\` unless set` : ''}`,
  );
  return [head, ...tags.map(partOf), '## CSS variables', list(variables)].join('\n\n');
}

function partOf(tag) {
  const properties = tag.properties.filter(({ name }) => !saidAtTheHead.has(name));
  const lines = [
    ['Attributes', properties.filter(({ attribute }) => attribute).map(attributeLine)],
    [
      'Properties without an attribute',
      [
        ...properties.filter(({ attribute }) => !attribute).map(lineOf),
        ...tag.accessors.map(({ name, says }) => `\`${name}\` (read-only): ${says}`),
      ],
    ],
    ['Methods', tag.methods.map(({ name, says }) => `\`${name}()\`: ${says}`)],
    ['Slots', tag.slots.map(lineOf)],
    ['Events', tag.events.map(eventLine)],
    ['Parts', [...tag.parts.map(lineOf), ...nestedIn(tag).map(nestedLine)]],
    ['States', tag.states.map(lineOf)],
    ['CSS variables of its own', tag.variables.map(lineOf)],
  ];
  return [
    `## \`<${tag.name}>\``,
    tag.says,
    ...(tag.isFormControl ? [formPart] : []),
    ...lines
      .filter(([, each]) => each.length > 0)
      .map(([title, each]) => `**${title}**\n\n${list(each)}`),
  ].join('\n\n');
}

function attributeLine({ attribute, isBoolean, says }) {
  return `\`${attribute}\`${isBoolean ? ' (no value)' : ''}: ${says}`;
}

function lineOf({ name, says }) {
  return `${name === '' ? 'Without a name' : `\`${name}\``}: ${says}`;
}

function eventLine({ detail, ...event }) {
  return `${lineOf(event)}${detail ? ` (\`detail\`: \`${detail}\`)` : ''}`;
}

function nestedLine({ prefix, inner }) {
  const example = `\`${prefix}-${inner.parts[0].name}\``;
  return `\`${prefix}-*\`: parts of the [\`<${inner.name}>\`](#${inner.name}) inside, such as ${example}`;
}

function list(lines) {
  return lines.map((line) => `- ${line}`).join('\n');
}
