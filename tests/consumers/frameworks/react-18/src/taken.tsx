import type {} from '@nafida/elements/react-18.d.ts';

export const taken = (
  <nafida-provider api="/" site="berkane" lang="ar" className="wide">
    <nafida-region-picker
      id="place"
      key="place"
      min-level="province"
      required
      ref={(picker) =>
        picker?.addEventListener('nafida-region-change', ({ detail }) => detail.place?.code)
      }
    >
      <span slot="label">جماعتكم</span>
    </nafida-region-picker>
    <nafida-proposal-form heading-level={3} />
  </nafida-provider>
);
