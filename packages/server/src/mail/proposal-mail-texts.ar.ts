import type { ProposalMailTexts } from './proposal-mail-texts.js';

const reasons: Readonly<Record<string, string>> = {
  off_topic: 'لا يدخل المقترح في موضوع الاستشارة.',
  duplicate: 'يوجد مقترح مماثل سبق إرساله.',
  personal_data: 'يتضمن النص معطيات ذات طابع شخصي.',
  insulting: 'يتضمن النص عبارات مسيئة.',
  advertising: 'يتضمن النص إشهارا.',
  unlawful: 'يتضمن النص ما يخالف القانون.',
  unreadable: 'تعذر فهم النص.',
};

const answers: Readonly<Record<string, readonly [subject: string, news: string]>> = {
  not_answered: ['مقترحكم في انتظار الجواب', 'سُحب الجواب السابق، ومقترحكم في انتظار جواب جديد.'],
  evaluating: ['مقترحكم قيد الدراسة', 'مقترحكم قيد الدراسة لدى الإدارة.'],
  accepted: ['تم قبول مقترحكم', 'أجابت الإدارة عن مقترحكم: تم قبوله.'],
  rejected: ['جواب عن مقترحكم', 'أجابت الإدارة عن مقترحكم: لم يتم قبوله.'],
  implemented: ['تم إنجاز مقترحكم', 'تم إنجاز ما جاء في مقترحكم.'],
};

/** See {@link ProposalMailTexts}. */
export const arabic: ProposalMailTexts = {
  greeting: 'السلام عليكم،',
  subject(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'تم نشر مقترحكم';
      case 'proposal_refused':
        return 'تعذر نشر مقترحكم';
      case 'proposal_question':
        return 'سؤال حول مقترحكم';
      case 'proposal_merged':
        return 'ضم مقترحكم إلى مقترح مماثل';
      case 'proposal_answered':
        return answers[news.status]![0];
    }
  },
  news(news) {
    switch (news.kind) {
      case 'proposal_published':
        return 'قرأت الإدارة مقترحكم، وهو الآن منشور للعموم.';
      case 'proposal_refused':
        return `لم تنشر الإدارة مقترحكم. ${reasons[news.reason] ?? ''}`.trim();
      case 'proposal_question':
        return 'تحتاج الإدارة إلى توضيح حول مقترحكم قبل مواصلة دراسته:';
      case 'proposal_merged':
        return `ورد مقترح يحمل نفس الفكرة، فتم ضم مقترحكم إليه. مرجعه: ${news.into}. سيشملكم الجواب عنه.`;
      case 'proposal_answered':
        return answers[news.status]![1];
    }
  },
  reference: (reference) => `المرجع: ${reference}`,
  trackingCode: (code) =>
    `رمز التتبع خاص بكم، ويتيح تتبع المقترح أو الجواب عن سؤال الإدارة في صفحة التتبع: ${code}`,
};
