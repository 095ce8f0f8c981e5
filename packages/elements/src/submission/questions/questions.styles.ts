import { css } from 'lit';

/** What the questions of a form need beside the styles of fields and of what is sent. */
export const questions = css`
  .summary a {
    /* A link broken over two lines is pressed in its middle, which may lie in neither. */
    display: inline-block;
  }
  .answers {
    gap: 0;
  }
  .control.number {
    max-inline-size: 10em;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }
  .date-part {
    inline-size: 4.5em;
  }
  .date-part.long {
    inline-size: 6em;
  }
`;
