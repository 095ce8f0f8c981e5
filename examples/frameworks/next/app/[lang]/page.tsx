import type { Metadata } from 'next';
import type { Language } from '../words';
import { words } from '../words';
import { Participation } from './participation';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: words[lang as Language].title };
}

export default async function Page({ params }: Props) {
  const { lang } = await params;
  return <Participation language={lang as Language} />;
}
