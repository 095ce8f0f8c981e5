import type { FieldIssue } from '@nafida/contract';
import type { RegionPickerElement } from '../../region-picker/region-picker-element.js';

/**
 * What the pickers in sight know to be wrong, such as a name that was typed and not chosen; they show it themselves. One
 * that is still on its way does not know its value yet.
 */
export function placeIssuesIn(root: ParentNode): FieldIssue[] {
  return [...root.querySelectorAll<RegionPickerElement>('nafida-region-picker')]
    .filter(({ hasUpdated }) => hasUpdated)
    .filter((picker) => picker.getClientRects().length > 0 && !picker.checkValidity())
    .map(({ id }) => ({ path: id.replace('field-', ''), code: 'invalid_choice' }));
}
