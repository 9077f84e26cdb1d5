// Signs participants' tokens as the host would, and bad ones as an attacker would.
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { toBase64Url } from './base64url.js';

export interface Signer {
  alg: string;
  /** Signs any claims with the host's key; `alg` another algorithm of the same key. */
  sign(claims: JWTPayload, alg?: string): Promise<string>;
  /** A token that says `none` and has no signature. */
  unsigned(claims: JWTPayload): string;
  /** A token under an algorithm that the backend must not take from the token. */
  confused(claims: JWTPayload): Promise<string>;
}

const defaultAlg = ({ kty, crv }: JWK): string =>
  kty === 'oct'
    ? 'HS256'
    : kty === 'RSA'
      ? 'RS256'
      : kty === 'OKP'
        ? 'EdDSA'
        : `ES${(crv ?? 'P-256').slice(2)}`;

/** The public half of a key, as JSON: what an attacker may know. */
const publicHalf = ({ kty, crv, x, y, n, e }: JWK) => JSON.stringify({ kty, crv, x, y, n, e });

/** Signs with a private JWK, or with an `oct` one. */
export async function createSigner(jwk: JWK): Promise<Signer> {
  const alg = jwk.alg ?? defaultAlg(jwk);
  const header = (own: string) => ({ alg: own, typ: 'JWT', ...(jwk.kid && { kid: jwk.kid }) });
  const sign: Signer['sign'] = async (claims, own = alg) =>
    new SignJWT(claims).setProtectedHeader(header(own)).sign(await importJWK(jwk, own));
  return {
    alg,
    sign,
    unsigned: (claims) =>
      `${toBase64Url(JSON.stringify({ alg: 'none', typ: 'JWT' }))}.${toBase64Url(JSON.stringify(claims))}.`,
    confused: async (claims) => {
      if (jwk.kty === 'oct') return sign(claims, alg === 'HS512' ? 'HS256' : 'HS512');
      const secret = new TextEncoder().encode(publicHalf(jwk));
      return new SignJWT(claims).setProtectedHeader(header('HS256')).sign(secret);
    },
  };
}
