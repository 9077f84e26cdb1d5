import { memoryStore } from '../src/memory/index.js';
import { postgresStore } from '../src/postgres/index.js';
import { testStories } from './days.stories.js';

testStories('memory', memoryStore);
testStories('PGlite', () => postgresStore('memory://'));
