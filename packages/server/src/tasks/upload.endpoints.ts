// Where pictures are sent to and seen: signed addresses of our own, beside the contract's routes.
import type { Endpoint } from '../endpoint.js';
import { readBytes } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import { type Handler, loadActivity } from '../routes/call.js';
import { isPicture } from './picture.js';
import { requireSigned } from './upload.sign.js';

/** Takes a picture's bytes, once; sent again, they are there already. */
const putUpload: Handler = async (call) => {
  const { env, request, params } = call;
  await requireSigned(call, 'PUT');
  const { id } = await loadActivity(call);
  const upload = (await env.store.read((reader) => reader.upload(id, params.upload!))) ?? refuse('not_found');
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== upload.type)
    refuse('unsupported_media_type', { detail: `It was announced as ${upload.type}.` });
  const bytes = await readBytes(request, upload.bytes);
  if (!isPicture(upload.type, bytes))
    refuse('unsupported_media_type', { detail: `These bytes are no ${upload.type}.` });
  await env.store.transaction((tx) => tx.storeUpload(id, upload.id, bytes));
  return { status: 204, body: null, headers: {} };
};

/** Shows a picture to whoever was given its address. As a download of its own it can run nothing. */
const getUpload: Handler = async (call) => {
  const { env, params } = call;
  await requireSigned(call, 'GET');
  const { id } = await loadActivity(call);
  const [upload, body] = await env.store.read(async (reader) => [
    await reader.upload(id, params.upload!),
    await reader.uploadBytes(id, params.upload!),
  ]);
  if (!upload || !body) return refuse('not_found');
  const headers = {
    'Content-Type': upload.type,
    'Cache-Control': 'private, max-age=600',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  return { status: 200, body, headers };
};

const path = '/v1/activities/{activity}/uploads/{upload}';

/** `participant`: pages of foreign origins may not use them. */
export const uploadEndpoints: Endpoint[] = [
  { name: 'upload.put', method: 'PUT', path, caller: 'participant', handler: putUpload },
  { name: 'upload.get', method: 'GET', path, caller: 'participant', handler: getUpload },
];
