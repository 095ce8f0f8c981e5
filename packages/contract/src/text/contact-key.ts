import { typedEmail, typedPhone } from './contact.js';

/**
 * What two spellings of one mailbox have in common, to count people by and never to write to: capitals, a `+tag` and the
 * points that Gmail passes over make no other mailbox.
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
