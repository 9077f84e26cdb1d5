// The part of qrcode that makes the matrix, without the renderers that its main entry brings along.
declare module 'qrcode/lib/core/qrcode.js' {
  interface Encoder {
    create(
      text: string,
      options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
    ): { modules: { size: number; data: Uint8Array } };
  }
  const encoder: Encoder;
  export default encoder;
}
