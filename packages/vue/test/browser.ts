import { createSSRApp } from 'vue';
import { App, said } from './app.js';

Object.assign(window, { said });
createSSRApp(App).mount('main');
