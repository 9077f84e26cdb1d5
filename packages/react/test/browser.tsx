/** @jsxImportSource react */
import { version } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App, said } from './app.js';

Object.assign(window, { said, version });
hydrateRoot(document.querySelector('main')!, <App />, {
  onRecoverableError: (error) => said.push(`mismatch ${String(error)}`),
});
