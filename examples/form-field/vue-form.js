import '@nafida/elements/region-picker/define.js';
// The build with the template compiler; with single-file components a bundler plugin takes its part, and
// `isCustomElement` goes into that plugin's options.
import { createApp, shallowRef } from 'vue/dist/vue.esm-bundler.js';

const app = createApp({
  setup() {
    const place = shallowRef(null);
    return { place, choose: ({ detail }) => (place.value = detail.place) };
  },
  template: `
    <form action="/v1/sites/demo/echo" method="post">
      <nafida-region-picker
        name="commune"
        label="Votre commune"
        level="commune"
        min-level="commune"
        within="02"
        required
        :value="place?.code ?? ''"
        @nafida-region-change="choose"
      ></nafida-region-picker>
      <p id="chosen">{{ place ? 'Vue sait : ' + place.names.fr : 'Vue attend un choix.' }}</p>
      <button>Envoyer</button>
      <button type="button" @click="place = null">Effacer</button>
    </form>
  `,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('nafida-');
app.mount('#form');
