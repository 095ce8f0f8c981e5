import { plural } from '../foundation/locale/plural.js';
import type { PrivacyMessages } from './privacy-lines.js';

/** Arabic texts of privacy. */
export const privacyMessages: PrivacyMessages = {
  title: 'حماية المعطيات ذات الطابع الشخصي',
  controller: 'المسؤول عن المعالجة والغرض منها',
  recipients: 'المرسل إليهم ومدة الحفظ',
  rights: 'حقوقكم',
  law: 'القانون 09.08',
  transfer: 'نقل المعطيات إلى الخارج',
  retention: (months) =>
    plural('ar', months, {
      zero: 'لا تُحفظ المعطيات بعد المعالجة.',
      one: 'مدة الحفظ: شهر واحد.',
      two: 'مدة الحفظ: شهران.',
      few: 'مدة الحفظ: # أشهر.',
      many: 'مدة الحفظ: # شهرا.',
      other: 'مدة الحفظ: # شهر.',
    }),
  rightsText: 'لكم الحق في الولوج إلى معطياتكم وتصحيحها والتعرض على معالجتها، بالاتصال بـ:',
  cndp: (kind, number, date) => {
    if (kind === 'pending' || !number) {
      return 'ملف هذه المعالجة قيد الإيداع لدى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي.';
    }
    const word = kind === 'authorisation' ? 'إذن' : 'تصريح';
    return `${word} اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي رقم ${number}${date ? ` بتاريخ ${date}` : ''}.`;
  },
};
