import type { MailLanguage } from '../mail/session-mail-texts.js';

/** The texts of the page on which people confirm an address. */
interface ConfirmationTexts {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly confirmed: string;
  readonly refused: string;
}

/** Texts of the page on which a person confirms an email address, by language. */
export const confirmationTexts: Readonly<Record<MailLanguage, ConfirmationTexts>> = {
  ar: {
    title: 'تأكيد البريد الإلكتروني',
    label: 'الرمز',
    hint: 'الرمز المكون من 8 أحرف أو أرقام، الموجود في الرسالة التي وصلتكم.',
    send: 'تأكيد',
    confirmed: 'تم تأكيد البريد الإلكتروني. ستصلكم رسالة بوضعية التسجيل.',
    refused:
      'لم يتم التأكيد: الرمز غير صحيح، أو انتهى أجل التأكيد. المرجو التحقق من الرمز، أو إعادة التسجيل في صفحة اللقاء.',
  },
  fr: {
    title: 'Confirmer l’adresse électronique',
    label: 'Code',
    hint: 'Le code de 8 caractères qui se trouve dans le message reçu.',
    send: 'Confirmer',
    confirmed: 'L’adresse est confirmée. Un message vous dit où en est l’inscription.',
    refused:
      'L’adresse n’est pas confirmée\u00A0: le code n’est pas le bon, ou le délai est passé. Vérifiez le code, ou inscrivez-vous de nouveau sur la page de la rencontre.',
  },
  en: {
    title: 'Confirm the e-mail address',
    label: 'Code',
    hint: 'The code of 8 characters in the message that you received.',
    send: 'Confirm',
    confirmed: 'The address is confirmed. A message tells you how the registration stands.',
    refused:
      'The address is not confirmed: the code is wrong, or its time is over. Check the code, or register again on the page of the session.',
  },
};
