import { css } from 'lit';
import { base } from '../foundation/styles/base.styles.js';
import { button } from '../foundation/styles/button.styles.js';
import { field } from '../foundation/styles/field.styles.js';
import { submission } from './submission.styles.js';

const layout = css`
  .root {
    container-type: inline-size;
  }
  p {
    margin: 0;
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
    max-inline-size: 40em;
  }
  .form > * {
    min-inline-size: 0;
  }
`;

/** How a tag looks that is one form, and what became of what it sent. */
export const submissionPage = [base, button, field, submission, layout];
