const binary = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Text or bytes as base64url. */
export const toBase64Url = (value: string | Uint8Array): string =>
  btoa(binary(typeof value === 'string' ? new TextEncoder().encode(value) : value))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Base64url of UTF-8 as text. */
export const fromBase64Url = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0)),
  );
