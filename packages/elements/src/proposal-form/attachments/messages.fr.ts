import { plural } from '../../foundation/locale/plural.js';
import type { AttachmentMessages } from './messages.js';

const files = (count: number) => plural('fr', count, { one: '# fichier', other: '# fichiers' });

/** French texts of the files of a proposal. */
export const messages: AttachmentMessages = {
  label: 'Photos ou documents',
  hint: (count, size) =>
    `Photos (JPEG, PNG, WebP) ou documents PDF\u00a0: ${files(count)} au plus, ${size} chacun. Le lieu et la date de prise de vue en sont retirés. Évitez les photos où l’on reconnaît des personnes qui n’ont pas donné leur accord.`,
  add: 'Ajouter une photo ou un document',
  kinds: { photo: 'Photo', document: 'Document PDF' },
  describe: 'Que montre ce fichier\u202F?',
  remove: 'Retirer',
  removeFile: (name) => `Retirer ${name}`,
  removed: 'Le fichier est retiré.',
  preparing: 'Préparation du fichier…',
  added: (count) => `Avec la proposition\u00a0: ${files(count)}.`,
  issue: (issue, { size, count }) => {
    switch (issue) {
      case 'type':
        return 'Ce type de fichier n’est pas accepté. Choisissez une photo JPEG, PNG ou WebP, ou un document PDF.';
      case 'unreadable':
        return 'Ce fichier n’a pas pu être lu\u00a0: il est peut-être abîmé ou protégé par un mot de passe. Choisissez-en un autre.';
      case 'too_large':
        return `Ce fichier est trop lourd. Taille maximale\u00a0: ${size}.`;
      case 'too_much':
        return 'Ce fichier contient trop de pages ou une image trop grande. Choisissez un fichier plus court ou une image plus petite.';
      case 'unsupported':
        return 'Ce document contient des annotations ou un formulaire qui ne peuvent pas être repris tels que vous les voyez. Enregistrez-le en PDF avec la commande «\u00a0Imprimer\u00a0», ou prenez-le en photo, puis ajoutez ce nouveau fichier.';
      case 'too_many':
        return `Ce fichier n’a pas été ajouté\u00a0: ${files(count)} au plus.`;
    }
  },
  sending: (file, of, percent) => `Envoi du fichier ${file} sur ${of}\u00a0: ${percent}\u202f%`,
  kilobytes: 'ko',
  megabytes: 'Mo',
};
