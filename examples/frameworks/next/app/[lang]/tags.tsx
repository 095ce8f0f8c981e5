import '@nafida/elements/define.js';
import type {} from '@nafida/elements/react.d.ts';
import { useState } from 'react';
import type { Language } from '../words';
import { words } from '../words';

/** The picker, the form that takes the place chosen there, and the agenda. */
export function Tags({ language }: { language: Language }) {
  const [place, setPlace] = useState('');
  const [reference, setReference] = useState('');
  const say = words[language];
  return (
    <nafida-provider api="/" site="berkane">
      <h1>{say.title}</h1>
      <nafida-region-picker
        id="place"
        label={say.place}
        within="02.113"
        min-level="commune"
        onnafida-region-change={({ detail }) => setPlace(detail.place?.names[language] ?? '')}
      />
      <p id="chosen">{place}</p>
      <nafida-proposal-form
        place-picker="place"
        heading-level={2}
        onnafida-proposal-success={({ detail }) => setReference(detail.reference)}
      />
      <p id="received">{reference && `${say.received} ${reference}`}</p>
      <nafida-session-calendar view="list" heading-level={2} />
    </nafida-provider>
  );
}
