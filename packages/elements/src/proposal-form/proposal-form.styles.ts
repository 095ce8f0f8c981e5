import { css } from 'lit';
import { base } from '../foundation/styles/base.styles.js';
import { button } from '../foundation/styles/button.styles.js';
import { loadError } from '../foundation/errors/load-error.styles.js';
import { field } from '../foundation/styles/field.styles.js';
import { submission } from '../submission/submission.styles.js';

const layout = css`
  .root {
    container-type: inline-size;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .heading {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
  }
  .subheading {
    margin-block-end: var(--_space-2);
    font-size: 1.125em;
    font-weight: 700;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .form {
    display: grid;
    gap: var(--_space-6);
    max-inline-size: 40em;
  }
  .form > *,
  .step > * {
    min-inline-size: 0;
  }
  .step {
    display: contents;
  }
  .step[hidden] {
    display: none;
  }
  .subject {
    display: grid;
    gap: var(--_space-2);
  }
  .choices {
    gap: 0;
  }
  .choices .choice {
    padding-block: var(--_space-3);
  }
  .choice + .choice {
    border-block-start: 1px solid var(--_line);
  }
  .choice-title {
    display: block;
    font-weight: 600;
  }
  .choice .hint {
    display: block;
  }
  textarea.control {
    min-block-size: 10em;
    resize: vertical;
    line-height: inherit;
  }
  .examples {
    margin-block-start: var(--_space-1);
    padding-inline-start: var(--_space-4);
    border-inline-start: 4px solid var(--_line);
    color: var(--_muted);
  }
  .examples ul {
    padding-inline-start: 1em;
    list-style: disc;
  }
  .count {
    margin-block-start: var(--_space-1);
    color: var(--_muted);
    font-size: var(--_small);
    text-align: end;
  }
  .count.over {
    color: var(--_error);
    font-weight: 600;
  }
  .notice {
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4);
    border-inline-start: 4px solid var(--_accent-text);
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .sending {
    display: grid;
  }
  .sending :is(.error, .contact, slot:not([name])) {
    margin-block-end: var(--_space-4);
  }
  .kept {
    margin-block-start: var(--_space-3);
  }
  .kept .button {
    text-align: start;
  }
  .bones {
    display: grid;
    gap: var(--_space-5);
    align-content: start;
  }
  /* As tall as the form it stands for, so that nothing under it moves far. */
  .bones.whole {
    min-block-size: 60em;
  }
  .bones span {
    block-size: var(--_control-size);
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentcolor 7%, transparent);
  }
  .form .bones span {
    block-size: calc(1lh + var(--_space-2) + var(--_control-size));
  }
  @container (width >= 37.5em) {
    .form .sending .button:not(.quiet) {
      justify-self: start;
    }
  }
  @media (forced-colors: active) {
    .bones span {
      border: 1px solid GrayText;
    }
  }
`;

/** Styles of the proposal form. */
export const styles = [base, button, field, loadError, submission, layout];
