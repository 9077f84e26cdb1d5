import { render } from 'preact';
import { App } from './app.js';
import './studio.css';

render(<App />, document.body);
