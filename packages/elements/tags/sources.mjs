// What the element classes say of themselves, in their comments and property declarations: the one reading that
// docs/tags.md and custom-elements.json are written from.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { sourceOf } from './drawn.mjs';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** In the order in which pages need them. */
const folders = [
  'region-picker',
  'session-calendar',
  'proposal-form',
  'proposal-list',
  'proposal',
  'proposal-status',
  'provider',
];
const forgotten = readdirSync(src).filter(
  (folder) => existsSync(`${src}/${folder}/${folder}-element.ts`) && !folders.includes(folder),
);
if (forgotten.length > 0) throw new Error(`Name in folders: ${forgotten.join(', ')}`);

const formControl = classesOf('foundation/form-control-element.ts')[0];
const details = new Map(
  readdirSync(src, { recursive: true })
    .filter((path) => /-events?\.ts$/.test(path))
    .flatMap((path) => classesOf(path).map((each) => [each.name.text, detailOf(each)])),
);

/** Every tag, as its class describes it. */
export const tags = folders.map(describe);

/** The `--nafida-*` variables that all tags share. */
export const sharedVariables = namedLines(
  sourceOf('foundation/styles/tokens.styles.ts').statements.find(ts.isVariableStatement),
  'cssprop',
);

function describe(folder) {
  const [element] = classesOf(`${folder}/${folder}-element.ts`);
  const isFormControl =
    element.heritageClauses?.some((clause) => clause.getText().includes('FormControlElement')) ??
    false;
  const [summary] = tagsOf(element, 'summary');
  return {
    folder,
    name: `nafida-${folder}`,
    className: element.name.text,
    summary,
    says: commentOf(element),
    isFormControl,
    properties: [element, ...(isFormControl ? [formControl] : [])].flatMap(propertiesOf),
    accessors: element.members.filter(isPublicGetter).map(namedMember),
    methods: element.members.filter(isPublicMethod).map(methodOf),
    slots: namedLines(element, 'slot'),
    events: namedLines(element, 'fires').map((event) => ({
      ...event,
      detail: details.get(event.type),
    })),
    parts: namedLines(element, 'csspart'),
    states: namedLines(element, 'cssstate'),
    variables: namedLines(element, 'cssprop'),
  };
}

function classesOf(path) {
  return sourceOf(path).statements.filter(ts.isClassDeclaration);
}

/** The reactive properties of a class, with what their `declare` fields say. */
function propertiesOf(element) {
  const memberNamed = (wanted) => element.members.find((member) => nameOf(member) === wanted);
  const defaults = defaultsIn(element.members.find(ts.isConstructorDeclaration));
  return memberNamed('properties').initializer.properties.map(({ name, initializer }) => {
    const option = (key) =>
      initializer.properties.find((each) => each.name.text === key)?.initializer;
    const attribute = option('attribute');
    const isHidden = attribute?.kind === ts.SyntaxKind.FalseKeyword;
    const field = element.members.find(
      (member) => ts.isPropertyDeclaration(member) && nameOf(member) === name.text,
    );
    return {
      ...namedMember(field),
      attribute: isHidden ? undefined : (attribute?.text ?? name.text),
      isBoolean: option('type')?.text === 'Boolean',
      isReflected: option('reflect')?.kind === ts.SyntaxKind.TrueKeyword,
      default: defaults.get(name.text),
    };
  });
}

/** What a constructor sets: strings by the name of their property, where they are not empty. */
function defaultsIn({ body }) {
  return new Map(
    body.statements
      .map((statement) => statement.expression)
      .filter((each) => each && ts.isBinaryExpression(each) && ts.isStringLiteral(each.right))
      .filter(({ right }) => right.text !== '')
      .map(({ left, right }) => [left.name.text, right.text]),
  );
}

function isPublicGetter(member) {
  return ts.isGetAccessor(member) && isPublic(member);
}

function isPublicMethod(member) {
  return ts.isMethodDeclaration(member) && isPublic(member);
}

function isPublic({ name, modifiers = [] }) {
  return (
    !ts.isPrivateIdentifier(name) &&
    modifiers.every(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  );
}

function namedMember(member) {
  return { name: nameOf(member), type: member.type.getText(), says: commentOf(member) };
}

function methodOf(member) {
  const parameters = member.parameters.map(({ name, type }) => ({
    name: name.getText(),
    type: type.getText(),
  }));
  return { ...namedMember(member), parameters };
}

/** Lines of `@slot name - what it is` and the like: `{type} [name=default] - what it is`. */
function namedLines(node, tagName) {
  return tagsOf(node, tagName).map((comment) => {
    const { groups } =
      /^(?:\{(?<type>\w+)\} )?(?:\[?(?<name>[^\s\]=]+)(?:=(?<unless>[^\]]+))?\]? )?- (?<says>.*)$/.exec(
        comment,
      ) ?? {};
    if (!groups) throw new Error(`@${tagName} ${comment}: write it as "name - what it is"`);
    return { ...groups, name: groups.name ?? '' };
  });
}

function detailOf(event) {
  const detail = event.members.find((member) => nameOf(member) === 'detail');
  return detail?.type
    .getText()
    .replace(/readonly /g, '')
    .replace(/\s+/g, ' ')
    .replace(/; }/, ' }');
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
