import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { App } from './app.js';

renderToString(createSSRApp(App)).then((html) => process.stdout.write(html));
