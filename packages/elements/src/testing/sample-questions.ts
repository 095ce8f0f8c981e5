import type { Question } from '@nafida/contract';

const question = (id: string, type: Question['type'], changes: Partial<Question>): Question => ({
  id,
  type,
  label: { ar: id, fr: id },
  hint: null,
  options: [],
  required: false,
  limits: null,
  showIf: null,
  ...changes,
});

/** A question of every type, most of them optional; the village is only asked of those who come by bus. */
export const sampleQuestions: readonly Question[] = [
  question('transport', 'one_of', {
    label: { ar: 'كيف ستصلون إلى اللقاء؟', fr: 'Comment viendrez-vous\u202f?' },
    hint: { ar: 'توفر العمالة حافلة من كل جماعة.', fr: 'La province met un bus par commune.' },
    required: true,
    options: [
      { id: 'bus', label: { ar: 'بالحافلة', fr: 'En bus' } },
      { id: 'own', label: { ar: 'بوسيلة خاصة', fr: 'Par mes propres moyens' } },
    ],
  }),
  question('village', 'short_text', {
    label: { ar: 'من أي دوار؟', fr: 'De quel douar\u202f?' },
    required: true,
    showIf: { question: 'transport', equals: 'bus' },
  }),
  question('themes', 'several_of', {
    label: { ar: 'المواضيع التي تهمكم', fr: 'Les sujets qui vous intéressent' },
    limits: { min: null, max: 2 },
    options: [
      { id: 'water', label: { ar: 'الماء', fr: 'L’eau' } },
      { id: 'roads', label: { ar: 'الطرق', fr: 'Les routes' } },
      { id: 'school', label: { ar: 'المدرسة', fr: 'L’école' } },
    ],
  }),
  question('household', 'number', {
    label: { ar: 'عدد أفراد الأسرة', fr: 'Nombre de personnes du foyer' },
    limits: { min: 1, max: 30 },
  }),
  question('born', 'date', { label: { ar: 'تاريخ الازدياد', fr: 'Date de naissance' } }),
  question('member', 'yes_no', {
    label: { ar: 'هل تنتمون إلى جمعية؟', fr: 'Êtes-vous membre d’une association\u202f?' },
  }),
  question('remarks', 'long_text', { label: { ar: 'ملاحظات', fr: 'Remarques' } }),
  question('home', 'place', {
    label: { ar: 'الجماعة التي تسكنونها', fr: 'Votre commune' },
    place: { level: 'commune', minLevel: 'commune', within: '02' },
  }),
];
