import type {} from '@nafida/elements/preact.d.ts';

export const taken = (
  <nafida-provider api="/" site="berkane" lang="ar" class="wide">
    <nafida-region-picker
      id="place"
      key="place"
      minLevel="province"
      required
      ref={(picker) => picker?.open()}
      onnafida-region-change={({ detail }) => detail.place?.code}
    >
      <span slot="label">جماعتكم</span>
    </nafida-region-picker>
    <nafida-proposal-form client={null} heading-level={3} />
  </nafida-provider>
);
