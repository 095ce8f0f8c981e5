const takeClick = (event: MouseEvent) => event.clientX;

export const attributes = [
  <nafida-region-picker wrong={3} />,
  <nafida-session-calendar wrong="" />,
  <nafida-region-picker level={'wrong' as string} />,
  <nafida-region-picker required="wrong" />,
  <nafida-proposal-form heading-level={['wrong']} />,
  <nafida-proposal-list client={{ wrong: true }} />,
];

export const events = [
  <nafida-region-picker onnafida-region-change={takeClick} title="wrong" />,
  <nafida-session-calendar onnafida-session-open={({ detail }) => detail.wrong} />,
];
