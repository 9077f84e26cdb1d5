// `fanfare-server` as a program of the tests: what it is told stands in its environment.
import '../../src/bin.js';
