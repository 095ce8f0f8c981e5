import '@nafida/elements/define.js';
import type {} from '@nafida/elements/vue.d.ts';
import { createApp } from 'vue';
import Participation from './Participation.vue';

createApp(Participation).mount('#app');
