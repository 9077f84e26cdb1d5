/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import { App } from './app.js';

process.stdout.write(renderToString(<App />));
