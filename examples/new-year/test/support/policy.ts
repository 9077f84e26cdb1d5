/** What a careful host sends with its page. */
export const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";
