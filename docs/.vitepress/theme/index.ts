import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import LiveDemo from './LiveDemo.vue';
import ReferenceTables from './ReferenceTables.vue';
import './brand.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LiveDemo', LiveDemo);
    app.component('ReferenceTables', ReferenceTables);
  },
} satisfies Theme;
