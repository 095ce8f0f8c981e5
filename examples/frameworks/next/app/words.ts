/** What the page itself says, by the language of `<html>`. */
export const words = {
  ar: { title: 'شاركوا في جماعتكم', place: 'جماعتكم', received: 'توصلنا بالمقترح رقم' },
  fr: {
    title: 'Participez dans votre commune',
    place: 'Votre commune',
    received: 'Proposition reçue :',
  },
} as const;

export type Language = keyof typeof words;
