import type { PrivacyMessages } from './privacy-lines.js';

/** French texts of privacy. */
export const privacyMessages: PrivacyMessages = {
  title: 'Données à caractère personnel',
  controller: 'Responsable et finalité',
  recipients: 'Destinataires et durée',
  rights: 'Vos droits',
  law: 'Loi 09-08',
  transfer: 'Transfert à l’étranger',
  retention: (months) => `Conservation\u00a0: ${months} mois.`,
  rightsText:
    'Vous pouvez accéder à vos données, les rectifier ou vous opposer à leur traitement\u00a0:',
  cndp: (kind, number, date) => {
    if (kind === 'pending' || !number) return 'Dossier en cours de dépôt auprès de la CNDP.';
    const word = kind === 'authorisation' ? 'Autorisation' : 'Déclaration';
    return `${word} CNDP n°\u00a0${number}${date ? ` du ${date}` : ''}.`;
  },
};
