export const refused = [
  <nafida-region-picker wrong={3} />,
  <nafida-region-picker title="wrong" required={false} />,
  <nafida-region-picker title="wrong" minLevel="province" />,
  <nafida-proposal-form heading-level={['wrong']} />,
];
