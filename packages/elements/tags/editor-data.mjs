// What editors complete and explain, out of custom-elements.json.
import { customElementsOf } from './custom-elements.mjs';

/** HTML custom data of VS Code. https://code.visualstudio.com/blogs/2020/02/24/custom-data-format */
export function htmlData(manifest) {
  return {
    version: 1.1,
    tags: customElementsOf(manifest).map(({ tagName, description, attributes }) => ({
      name: tagName,
      description: markdown(description),
      attributes: attributes.map(({ name, type, ...attribute }) => ({
        name,
        description: markdown(attribute.description),
        // VS Code: an attribute that is written without a value.
        ...(type.text === 'boolean' ? { valueSet: 'v' } : {}),
        ...(valuesOf(type).length > 0
          ? { values: valuesOf(type).map((value) => ({ name: value })) }
          : {}),
      })),
    })),
  };
}

/** CSS custom data of VS Code: the variables and the parts. */
export function cssData(manifest) {
  const elements = customElementsOf(manifest);
  const data = (kind) =>
    describedOnce(elements, kind).map(({ name, text }) => ({ name, description: markdown(text) }));
  return {
    version: 1.1,
    properties: data('cssProperties'),
    pseudoElements: data('cssParts').map(({ name, ...part }) => ({
      name: `::part(${name})`,
      ...part,
    })),
    pseudoClasses: data('cssStates').map(({ name, ...state }) => ({
      name: `:state(${name})`,
      ...state,
    })),
  };
}

/** Web-types of JetBrains. https://github.com/JetBrains/web-types */
export function webTypes(manifest, { name, version }) {
  const elements = customElementsOf(manifest);
  const css = (kind) =>
    describedOnce(elements, kind).map((each) => ({ name: each.name, description: each.text }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: { elements: elements.map(webTypesElement) },
      css: {
        properties: css('cssProperties'),
        'pseudo-elements': css('cssParts').map(({ name: part, description }) => ({
          name: 'part',
          arguments: part,
          description,
        })),
      },
    },
  };
}

function webTypesElement({ tagName, description, attributes, slots, events, members }) {
  return {
    name: tagName,
    description,
    attributes: attributes.map(({ name, type, default: value, ...attribute }) => ({
      name,
      description: attribute.description,
      default: value,
      value: type.text === 'boolean' ? { kind: 'no-value' } : { type: type.text },
    })),
    slots: slots.map(({ name, ...slot }) => ({ name: name || 'default', ...slot })),
    js: {
      properties: members
        .filter(({ kind }) => kind === 'field')
        .map(({ name, type, readonly, ...field }) => ({
          name,
          description: field.description,
          type: type.text,
          'read-only': readonly,
        })),
      events: events.map(({ name, ...event }) => ({ name, description: event.description })),
    },
  };
}

/** Each name once, for all tags that have it: what it is, by tag where they differ. */
function describedOnce(elements, kind) {
  const tagsByText = new Map();
  for (const element of elements) {
    for (const { name, description } of element[kind]) {
      const texts = tagsByText.get(name) ?? new Map();
      texts.set(description, [...(texts.get(description) ?? []), `\`<${element.tagName}>\``]);
      tagsByText.set(name, texts);
    }
  }
  return [...tagsByText].map(([name, texts]) => ({
    name,
    text: [...texts].map(([text, names]) => `${names.join(', ')}: ${text}`).join('\n\n'),
  }));
}

/** The words that a type allows, where it is a union of them. */
function valuesOf({ text }) {
  return [...text.matchAll(/'([^']+)'/g)].map(([, value]) => value);
}

function markdown(value) {
  return { kind: 'markdown', value };
}
