/**
 * A tag that is drawn inside another hands its parts on to the page, each with the name that it has there before it:
 * `control` of the picker in a form is `place-control`. `npm run check` compares these with what the tags say they draw.
 */
function handedOn(as: string, names: string): string {
  return names.replace(/[\w-]+/g, (name) => `${name}: ${as}-${name},`).slice(0, -1);
}

/** For `exportparts` of `<nafida-region-picker>`. */
export const placeParts = handedOn(
  'place',
  'label hint error control input clear-button toggle-button panel path nearby listbox option active selected note',
);

/** For `exportparts` of `<nafida-proposal>`. */
export const proposalParts = handedOn(
  'proposal',
  'proposal heading status accepted rejected evaluating implemented not_answered facts channel session answer attachments attachment support submit share reference failure error retry skeleton',
);
