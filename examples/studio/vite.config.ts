import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const page = (name: string) => resolve(import.meta.dirname, name);

export default defineConfig({
  base: './',
  build: { target: 'es2022', rolldownOptions: { input: [page('index.html'), page('frame.html')] } },
});
