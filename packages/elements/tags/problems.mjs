// Where what a tag draws and what its comments say differ.
import { drawnBy } from './drawn.mjs';
import { handedOn, nestedIn } from './nested.mjs';
import { sharedVariables } from './sources.mjs';

/** What is drawn and not said, or said and not drawn. */
export function problemsOf(tag) {
  return [...partProblems(tag), ...stateProblems(tag), ...variableProblems(tag)];
}

/** Also parts that are kept from the page by the tag around them. */
function partProblems(tag) {
  const { parts, unexported } = drawnBy(tag.folder);
  const said = namesOf(tag.parts);
  return [
    ...[...parts]
      .filter((part) => !said.has(part))
      .map((part) => `<${tag.name}>: say with @csspart what "${part}" is`),
    ...[...said]
      .filter((part) => !parts.has(part))
      .map((part) => `<${tag.name}>: @csspart "${part}" is not drawn`),
    ...[...unexported].map((where) => `${where} has no exportparts`),
    ...nestedIn(tag).flatMap(({ inner }) =>
      inner.parts
        .filter(({ name }) => !handedOn(inner).has(name))
        .map(({ name }) => `foundation/nested-parts.ts: hand on "${name}" of <${inner.name}>`),
    ),
  ];
}

function stateProblems(tag) {
  const { states } = drawnBy(tag.folder);
  const said = namesOf(tag.states);
  return [
    ...[...states]
      .filter((state) => !said.has(state))
      .map((state) => `<${tag.name}>: say with @cssstate what "${state}" is`),
    ...[...said]
      .filter((state) => !states.has(state))
      .map((state) => `<${tag.name}>: @cssstate "${state}" is never set`),
  ];
}

function variableProblems(tag) {
  const said = namesOf([...tag.variables, ...sharedVariables]);
  return [...drawnBy(tag.folder).variables]
    .filter((name) => !said.has(name))
    .map((name) => `<${tag.name}>: say with @cssprop what ${name} is`);
}

function namesOf(lines) {
  return new Set(lines.map(({ name }) => name));
}
