// Confetti over the result of a win. The library comes with the first win.

/** Throws confetti on `canvas`; the returned function clears it away. */
export function celebrate(canvas: HTMLCanvasElement, colors: string[]): () => void {
  let stop = () => {};
  let isOver = false;
  void import('canvas-confetti').then(
    ({ default: confetti }) => {
      if (isOver) return;
      // Its worker would be made from a blob, which a strict CSP forbids.
      const fire = confetti.create(canvas, { resize: true, useWorker: false });
      stop = fire.reset;
      const shot = {
        colors,
        particleCount: 55,
        spread: 62,
        startVelocity: 46,
        ticks: 150,
        disableForReducedMotion: true,
      };
      void fire({ ...shot, angle: 62, origin: { x: 0, y: 0.72 } });
      void fire({ ...shot, angle: 118, origin: { x: 1, y: 0.72 } });
    },
    () => {
      // Offline: a win is a win without it.
    },
  );
  return () => {
    isOver = true;
    stop();
  };
}
