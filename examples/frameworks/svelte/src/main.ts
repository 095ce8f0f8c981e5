import '@nafida/elements/define.js';
import type {} from '@nafida/elements/svelte.d.ts';
import { mount } from 'svelte';
import Participation from './Participation.svelte';

mount(Participation, { target: document.getElementById('app')! });
