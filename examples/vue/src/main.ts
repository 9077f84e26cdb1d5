import { createApp } from 'vue';
import App from './App.vue';

const main = document.querySelector('main')!;
createApp(App, { endpoint: main.dataset.endpoint }).mount(main);
