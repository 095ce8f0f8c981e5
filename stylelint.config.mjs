import stylelint from 'stylelint';

const PHYSICAL_SIDES = '(top|right|bottom|left)';

/** A page turns from right to left: only logical properties turn with it. */
const LOGICAL_ONLY = {
  'property-disallowed-list': [
    [
      `/^${PHYSICAL_SIDES}$/`,
      `/^(margin|padding|border|scroll-margin|scroll-padding)-${PHYSICAL_SIDES}/`,
      '/^border-(top|bottom)-(left|right)-radius$/',
    ],
    {
      message: (property) => `"${property}" does not turn with the page: use the logical property`,
    },
  ],
  'declaration-property-value-disallowed-list': [
    {
      '/^(text-align|float|clear|caption-side)$/': ['left', 'right'],
      // top, right, bottom, left with another right than left
      '/^(margin|padding|inset|border-width|border-style|border-color)$/': [
        '/^\\S+\\s+(\\S+)\\s+\\S+\\s+(?!\\1$)\\S+$/',
      ],
      // top left, top right, bottom right, bottom left with other corners left than right
      'border-radius': ['/^(?!(\\S+)\\s+\\1\\s+(\\S+)\\s+\\2$)\\S+\\s+\\S+\\s+\\S+\\s+\\S+$/'],
    },
    {
      message: (property, value) =>
        `"${property}: ${value}" does not turn with the page: use logical properties or values`,
    },
  ],
};

const SOUND = {
  'annotation-no-unknown': true,
  'at-rule-no-unknown': true,
  'block-no-empty': true,
  'color-no-invalid-hex': true,
  'custom-property-no-missing-var-function': true,
  'declaration-block-no-duplicate-properties': [
    true,
    { ignore: ['consecutive-duplicates-with-different-syntaxes'] },
  ],
  'declaration-block-no-shorthand-property-overrides': true,
  'font-family-no-duplicate-names': true,
  'function-calc-no-unspaced-operator': true,
  'keyframe-block-no-duplicate-selectors': true,
  'media-feature-name-no-unknown': true,
  'no-duplicate-at-import-rules': true,
  'no-duplicate-selectors': true,
  'no-invalid-double-slash-comments': true,
  'property-no-unknown': true,
  'selector-pseudo-class-no-unknown': true,
  'selector-pseudo-element-no-unknown': true,
  'selector-type-no-unknown': [
    true,
    // postcss-lit writes POSTCSS_LIT_0 for what a template inserts.
    { ignore: ['custom-elements'], ignoreTypes: ['/^POSTCSS_LIT/'] },
  ],
  'unit-no-unknown': true,
};

const ROOM_IN_EM = 'nafida/room-in-em';

/** What is a wide or a narrow room goes by the size of the text in it, as the scripts count it, too. */
const roomInEm = stylelint.createPlugin(ROOM_IN_EM, (isOn) => (root, result) => {
  if (!isOn) return;
  root.walkAtRules('container', (node) => {
    const message = `"@container ${node.params}" is measured in px: measure rooms in em`;
    if (/\dpx\b/i.test(node.params))
      stylelint.utils.report({ ruleName: ROOM_IN_EM, result, node, message });
  });
});

export default {
  plugins: [roomInEm],
  rules: { ...SOUND, ...LOGICAL_ONLY, [ROOM_IN_EM]: true },
  overrides: [
    {
      files: ['packages/*/src/**/*.styles.ts'],
      customSyntax: 'postcss-lit',
      rules: {
        'unit-disallowed-list': [
          ['rem'],
          {
            message: () =>
              'Host pages shrink rem: size by the inherited font (em) with a floor in px',
          },
        ],
        // A template's ${…} stands for what postcss-lit cannot see.
        'no-duplicate-selectors': null,
      },
    },
  ],
};
