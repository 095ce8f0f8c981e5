#!/usr/bin/env node
// Writes docs/tags.md out of the comments in the element classes; with --check, only says whether the committed file is
// up to date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { drawnBy, sourceOf } from './drawn-parts.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const file = here('../../docs/tags.md');

/** In the order in which pages need them. */
const tags = [
  'region-picker',
  'session-calendar',
  'proposal-form',
  'proposal-list',
  'proposal',
  'proposal-status',
  'provider',
];
const forgotten = readdirSync(here('src')).filter(
  (folder) => existsSync(here(`src/${folder}/${folder}-element.ts`)) && !tags.includes(folder),
);
if (forgotten.length > 0) throw new Error(`Name in tags: ${forgotten.join(', ')}`);

/** Said once, at the head of the page. */
const sharedAttributes = new Set(['api', 'site']);

const head = `
# The tags

Written by \`npm run tags\` out of the comments in the element classes; do not edit.

- **Where the server is**: \`api\` (its address) and \`site\` (the name of the commune, province or region on it) stand on
  the \`<script>\` (there \`data-api\` and \`data-site\`), on a \`<nafida-provider>\`, or on a tag itself; the nearest wins. The picker needs neither.
- **Language**: \`lang\` of the tag, else of what is around it, up to \`<html>\`.
- **Attributes** are properties too, in camel case: \`min-level\` is \`minLevel\`. A value that makes no sense is named in
  the console, once, and never stops the page.
- **Headings**: whatever a tag shows has a heading of the level that \`heading-level\` says (default: 2), which is right
  under the page's title. Where the tag stands under a heading of the page, give it the level below: 3 under an \`<h2>\`.
  What is inside goes on from there.
- **Events** bubble, through shadow roots too, and are fired for what a person does, never for what the page sets.
- **Looks**: tags take font, text size and text colour from the page. Beyond that there are
  [variables](#css-variables), to be set on the tag or on anything around it, parts and states. Colours have a default for
  light and one for dark pages (\`color-scheme\`).

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

const events = new Map(
  readdirSync(here('src'), { recursive: true })
    .filter((path) => /-events?\.ts$/.test(path))
    .flatMap((path) => classesOf(path).map((each) => [each.name.text, each])),
);
const formControl = classesOf('foundation/form-control-element.ts')[0];

const problems = tags.flatMap((tag) => [
  ...partProblems(tag),
  ...stateProblems(tag),
  ...variableProblems(tag),
]);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const text = [head, ...tags.map(tagPart), '## CSS variables', list(tokenLines())].join('\n\n');
const written = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });

if (!process.argv.includes('--check')) {
  writeFileSync(file, written);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== written) {
  console.error('docs/tags.md is not what the elements say. Run `npm run tags` and commit it.');
  process.exitCode = 1;
}

function tagPart(tag) {
  const [element] = classesOf(`${tag}/${tag}-element.ts`);
  const isFormControl = element.heritageClauses?.some((clause) =>
    clause.getText().includes('FormControlElement'),
  );
  const attributes = [element, ...(isFormControl ? [formControl] : [])].flatMap(attributesOf);
  const parts = [
    ['Attributes', attributes.filter(({ attribute }) => attribute).map(attributeLine)],
    [
      'Properties without an attribute',
      attributes
        .filter(({ attribute }) => !attribute)
        .map(({ name, says }) => `\`${name}\`: ${says}`),
    ],
    ['Methods', methodLines(element)],
    ['Slots', namedLines(element, 'slot')],
    ['Events', namedLines(element, 'fires')],
    ['Parts', [...namedLines(element, 'csspart'), ...nestedLines(tag)]],
    ['States', namedLines(element, 'cssstate')],
    ['CSS variables of its own', namedLines(element, 'cssprop')],
  ];
  return [
    `## \`<nafida-${tag}>\``,
    commentOf(element),
    ...(isFormControl ? [formPart] : []),
    ...parts
      .filter(([, lines]) => lines.length > 0)
      .map(([title, lines]) => `**${title}**\n\n${list(lines)}`),
  ].join('\n\n');
}

/** Parts of the tags that a tag draws inside itself, under the names that the page styles them by. */
function nestedLines(tag) {
  return [...drawnBy(tag).nested]
    .sort()
    .map(
      (nested) =>
        `\`${nestedAs(nested)}-*\`: parts of the [\`<nafida-${nested}>\`](#nafida-${nested}) inside, such as \`${nestedAs(nested)}-${documentedParts(nested)[0]}\``,
    );
}

function nestedAs(tag) {
  return tag === 'region-picker' ? 'place' : tag;
}

function documentedParts(tag) {
  const [element] = classesOf(`${tag}/${tag}-element.ts`);
  return tagsOf(element, 'csspart').map((comment) => comment.split(' ')[0]);
}

/** What is drawn and not documented, documented and not drawn, or kept from the page by the tag around it. */
function partProblems(tag) {
  const { parts, nested, unexported } = drawnBy(tag);
  const documented = new Set(documentedParts(tag));
  return [
    ...[...parts]
      .filter((part) => !documented.has(part))
      .map((part) => `<nafida-${tag}>: say with @csspart what "${part}" is`),
    ...[...documented]
      .filter((part) => !parts.has(part))
      .map((part) => `<nafida-${tag}>: @csspart "${part}" is not drawn`),
    ...[...unexported].map((where) => `${where} has no exportparts`),
    ...[...nested].flatMap((each) =>
      documentedParts(each)
        .filter((part) => !handedOn(each).has(part))
        .map((part) => `foundation/nested-parts.ts: hand on "${part}" of <nafida-${each}>`),
    ),
  ];
}

/** States that are taken and not documented, or documented and never taken. */
function stateProblems(tag) {
  const { states } = drawnBy(tag);
  const [element] = classesOf(`${tag}/${tag}-element.ts`);
  const documented = new Set(tagsOf(element, 'cssstate').map((said) => said.split(' ')[0]));
  return [
    ...[...states]
      .filter((state) => !documented.has(state))
      .map((state) => `<nafida-${tag}>: say with @cssstate what "${state}" is`),
    ...[...documented]
      .filter((state) => !states.has(state))
      .map((state) => `<nafida-${tag}>: @cssstate "${state}" is never set`),
  ];
}

/** Names that `foundation/nested-parts.ts` hands on of a tag. */
function handedOn(tag) {
  const call = new RegExp(`handedOn\\(\\s*'${nestedAs(tag)}',\\s*'([^']+)'`);
  return new Set(call.exec(sourceOf('foundation/nested-parts.ts').text)?.[1].split(' '));
}

function variableProblems(tag) {
  const [element] = classesOf(`${tag}/${tag}-element.ts`);
  const shared = sourceOf('foundation/styles/tokens.styles.ts').statements.find(
    ts.isVariableStatement,
  );
  const said = new Set(
    [element, shared].flatMap((node) =>
      tagsOf(node, 'cssprop').map((comment) => /[\w-]+/.exec(comment)[0]),
    ),
  );
  return [...drawnBy(tag).variables]
    .filter((name) => !said.has(name) && !/^--nafida-space-\d$/.test(name))
    .map((name) => `<nafida-${tag}>: say with @cssprop what ${name} is`);
}

function classesOf(path) {
  return sourceOf(path).statements.filter(ts.isClassDeclaration);
}

/** The reactive properties of a class, with what their `declare` fields say. */
function attributesOf(element) {
  const field = (name) =>
    element.members.find((member) => ts.isPropertyDeclaration(member) && nameOf(member) === name);
  const declared = element.members.find((member) => nameOf(member) === 'properties').initializer;
  return declared.properties
    .map(({ name, initializer }) => {
      const option = (key) =>
        initializer.properties.find((each) => each.name.text === key)?.initializer;
      const attribute = option('attribute');
      const isHidden = attribute?.kind === ts.SyntaxKind.FalseKeyword;
      return {
        name: name.text,
        attribute: isHidden ? undefined : (attribute?.text ?? name.text),
        isBoolean: option('type')?.text === 'Boolean',
        says: commentOf(field(name.text)),
      };
    })
    .filter(({ name }) => !sharedAttributes.has(name));
}

function attributeLine({ attribute, isBoolean, says }) {
  return `\`${attribute}\`${isBoolean ? ' (no value)' : ''}: ${says}`;
}

function methodLines(element) {
  return element.members
    .filter((member) => ts.isMethodDeclaration(member) && !ts.isPrivateIdentifier(member.name))
    .filter(({ modifiers = [] }) =>
      modifiers.every(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword),
    )
    .map((member) => `\`${nameOf(member)}()\`: ${commentOf(member)}`);
}

/** Lines of `@slot name - what it is` and the like; of an event with what it carries. */
function namedLines(node, tagName) {
  return tagsOf(node, tagName).map((comment) => {
    const {
      type,
      name = '',
      says,
    } = /^(?:\{(?<type>\w+)\} )?(?:\[?(?<name>[^\s\]]+)\]? )?- (?<says>.*)$/.exec(comment)
      ?.groups ?? {};
    if (!says) throw new Error(`@${tagName} ${comment}: write it as "name - what it is"`);
    const detail = type && detailOf(type);
    const label = name === '' ? 'Without a name' : `\`${name}\``;
    return `${label}: ${says}${detail ? ` (\`detail\`: \`${detail}\`)` : ''}`;
  });
}

function detailOf(type) {
  const detail = events.get(type)?.members.find((member) => nameOf(member) === 'detail');
  return detail?.type
    .getText()
    .replace(/readonly /g, '')
    .replace(/\s+/g, ' ')
    .replace(/; }/, ' }');
}

function tokenLines() {
  const statement = sourceOf('foundation/styles/tokens.styles.ts').statements.find(
    ts.isVariableStatement,
  );
  return tagsOf(statement, 'cssprop').map((comment) => {
    const { name, unless, says } =
      /^\[(?<name>[\w-]+)(?:=(?<unless>[^\]]+))?\] - (?<says>.*)$/.exec(comment).groups;
    return `\`${name}\`: ${says}${unless ? `; \`${unless}\` unless set` : ''}`;
  });
}

function tagsOf(node, tagName) {
  return ts
    .getJSDocTags(node)
    .filter((tag) => tag.tagName.text === tagName)
    .map((tag) => oneLine(ts.getTextOfJSDocComment(tag.comment)));
}

/** What a doc comment says before its tags, paragraphs kept. */
function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  if (!comment) throw new Error(`${node.getSourceFile().fileName}: ${nameOf(node)} says nothing`);
  return ts
    .getTextOfJSDocComment(comment)
    .split(/\n{2,}/)
    .map(oneLine)
    .join('\n\n');
}

function oneLine(comment) {
  return comment.replace(/\s*\n\s*/g, ' ').trim();
}

function nameOf(member) {
  return member.name?.text;
}

function list(lines) {
  return lines.map((line) => `- ${line}`).join('\n');
}
