import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** One page for each language. */
export const pages = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.html'));

export default defineConfig({ build: { rollupOptions: { input: pages } } });
