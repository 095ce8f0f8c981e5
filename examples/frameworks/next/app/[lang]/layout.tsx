import type { ReactNode } from 'react';
import { words } from '../words';

type Props = { children: ReactNode; params: Promise<{ lang: string }> };

export function generateStaticParams() {
  return Object.keys(words).map((lang) => ({ lang }));
}

export default async function Layout({ children, params }: Props) {
  const { lang } = await params;
  return (
    <html lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
