// Property tests draw the same cases at every run of the gate, so that it answers the same for the same code; the full
// suite draws new ones, and prints the seed of what fails.
import fc from 'fast-check';

const SEED = 20_270_101;
if (!process.env.FANFARE_FULL) fc.configureGlobal({ seed: SEED });
