/** The text compressed; undefined where the browser cannot. */
export async function gzip(text: string): Promise<ArrayBuffer | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  try {
    const { readable, writable } = new CompressionStream('gzip');
    const writer = writable.getWriter();
    writer.write(new TextEncoder().encode(text)).catch(() => {});
    writer.close().catch(() => {});
    return await new Response(readable).arrayBuffer();
  } catch {
    return undefined;
  }
}
