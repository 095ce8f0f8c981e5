'use client';

import dynamic from 'next/dynamic';

/** The tags are drawn in the browser only. */
export const Participation = dynamic(() => import('./tags').then(({ Tags }) => Tags), {
  ssr: false,
});
