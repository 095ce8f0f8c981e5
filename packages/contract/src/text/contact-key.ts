import { typedEmail, typedPhone } from './contact.js';

/**
 * The common key of all spellings of one mailbox, to count people and never to write to them: capitals, a `+tag` and
 * the dots that Gmail ignores make no other mailbox.
 */
export function emailKey(email: string): string {
  const address = typedEmail(email).toLowerCase();
  const at = address.lastIndexOf('@');
  const [name = ''] = address.slice(0, at).split('+');
  const domain = address.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  return `${domain === 'gmail.com' ? name.replaceAll('.', '') : name}@${domain}`;
}

/** What two spellings of one telephone number have in common: `+212 6…`, `2126…` and `06…` are the same in Morocco. */
export function phoneKey(phone: string): string {
  return typedPhone(phone)
    .replaceAll(' ', '')
    .replace(/^\+?212(?=\d{9}$)/, '0');
}
