/** The words for problems. A page that could have one loads them ahead: without a network they cannot come. */
export const loadProblem = () => import('./problem.js');
