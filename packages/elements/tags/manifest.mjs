// custom-elements.json: the tags in the format that editors and other tools read.
// https://github.com/webcomponents/custom-elements-manifest
import { drawnBy } from './drawn.mjs';
import { nestedIn } from './nested.mjs';
import { sharedVariables, tags } from './sources.mjs';

/** The manifest of this package, by schema 2.1.0. */
export function manifest() {
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: tags.flatMap(modulesOf) };
}

/** The module with the class, and the one that registers it. */
function modulesOf(tag) {
  const path = `dist/${tag.folder}/index.js`;
  const declaration = { name: tag.className, module: path };
  return [
    {
      kind: 'javascript-module',
      path,
      declarations: [declarationOf(tag)],
      exports: [{ kind: 'js', name: tag.className, declaration }],
    },
    {
      kind: 'javascript-module',
      path: `dist/${tag.folder}/define.js`,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tag.name, declaration }],
    },
  ];
}

function declarationOf(tag) {
  return {
    kind: 'class',
    customElement: true,
    name: tag.className,
    tagName: tag.name,
    summary: tag.summary,
    description: textOf(tag.says),
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: tag.properties.filter(({ attribute }) => attribute).map(attributeOf),
    members: [
      ...tag.properties.map(fieldOf),
      ...tag.accessors.map((accessor) => ({ ...fieldOf(accessor), readonly: true })),
      ...tag.methods.map(methodOf),
    ],
    slots: tag.slots.map(described),
    events: tag.events.map(({ type, ...event }) => ({ ...described(event), type: { text: type } })),
    cssParts: [...tag.parts.map(described), ...nestedIn(tag).flatMap(nestedParts)],
    cssStates: tag.states.map(described),
    cssProperties: variablesOf(tag).map(({ unless, ...variable }) => ({
      ...described(variable),
      default: unless,
    })),
  };
}

function attributeOf(property) {
  return {
    ...described(property),
    name: property.attribute,
    type: { text: property.type },
    default: property.default,
    fieldName: property.name,
  };
}

function fieldOf({ attribute, isReflected, type, default: value, ...field }) {
  return {
    kind: 'field',
    ...described(field),
    type: { text: type },
    default: value && `'${value}'`,
    attribute,
    reflects: isReflected || undefined,
  };
}

function methodOf({ type, parameters, ...method }) {
  return {
    kind: 'method',
    ...described(method),
    parameters: parameters.map((each) => ({ name: each.name, type: { text: each.type } })),
    return: { type: { text: type } },
  };
}

function nestedParts({ prefix, inner }) {
  return inner.parts.map(({ name, says }) => ({
    name: `${prefix}-${name}`,
    description: `In the \`<${inner.name}>\` inside: ${textOf(says)}`,
  }));
}

/** Its own, and those of all tags that it draws with. */
function variablesOf(tag) {
  const { variables } = drawnBy(tag.folder);
  return [...tag.variables, ...sharedVariables.filter(({ name }) => variables.has(name))];
}

function described({ name, says }) {
  return { name, description: textOf(says) };
}

/** Without links to pages that stand beside docs/tags.md. */
function textOf(says) {
  return says.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
