// The report page: a document and its files, the same for everybody. Without a key it shows nothing.
import type { Endpoint } from '../endpoint.js';
import { refuse } from '../http/refusal.js';

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

const answer = (type: string, body: string) => ({
  status: 200,
  body,
  headers: { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` },
});

/** The files are loaded with the first request, so that an app in a page does without. */
const load = () => import('./page/files.js');

export const reportPageEndpoints: Endpoint[] = [
  {
    name: 'reports.page',
    method: 'GET',
    path: '/v1/admin/reports',
    caller: 'admin',
    handler: async () => answer('text/html', (await load()).document),
  },
  {
    name: 'reports.file',
    method: 'GET',
    path: '/v1/admin/reports/{file}',
    caller: 'admin',
    async handler({ params }) {
      const name = params.file ?? '';
      const body = (await load()).files.get(name) ?? refuse('not_found');
      return answer(TYPES[name.split('.')[1]!]!, body);
    },
  },
];
