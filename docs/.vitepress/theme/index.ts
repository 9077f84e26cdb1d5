import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import LiveDemo from './LiveDemo.vue';
import ReferenceTables from './ReferenceTables.vue';
import './brand.css';
import '@fanfare/themes/css/carnival.css';
import '@fanfare/themes/css/fresh.css';
import '@fanfare/themes/css/minimal.css';
import '@fanfare/themes/css/contrast.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LiveDemo', LiveDemo);
    app.component('ReferenceTables', ReferenceTables);
  },
} satisfies Theme;
